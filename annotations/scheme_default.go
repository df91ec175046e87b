package annotations

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"
)

//go:embed schemes/default.json
var defaultScheme []byte

var readDefault = sync.OnceValue(func() *Scheme {
	var s Scheme
	if err := json.Unmarshal(defaultScheme, &s); err != nil {
		panic(fmt.Sprintf("annotations: the embedded schemes/default.json: %v", err))
	}
	return &s
})

// DefaultScheme is the scheme of a new project: Actor, Demand, Date and Source
// bias. Every call gives the same value, which is not to be changed.
func DefaultScheme() *Scheme { return readDefault() }
