package annotations

import (
	_ "embed"
	"fmt"
	"sync"
)

//go:embed schemes/default.json
var defaultScheme []byte

var readDefault = sync.OnceValue(func() *Scheme {
	r, err := NewJSONReader(defaultScheme, nil)
	if err == nil {
		var s *Scheme
		if s, err = r.Scheme(); err == nil {
			return s
		}
	}
	panic(fmt.Sprintf("annotations: the embedded schemes/default.json: %v", err))
})

// DefaultScheme is the scheme of a new project: Actor, Demand, Date and Source
// bias. Every call gives the same value, which is not to be changed.
func DefaultScheme() *Scheme { return readDefault() }
