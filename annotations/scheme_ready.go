package annotations

import (
	"embed"
	"fmt"
	"sync"
)

//go:embed schemes/*.json
var schemeFiles embed.FS

// readyIDs names the schemes beside the default one, in the order in which they
// are offered.
var readyIDs = [...]string{
	"entman", "policy-frames", "semeval-2020-task-11", "ptc",
	"semeval-2023-task-3", "semeval-2025-task-10", "plover", "timex3",
}

// Ready is a scheme that comes with the program.
type Ready struct {
	ID     string  // the name of its file, such as "policy-frames"
	Scheme *Scheme // not to be changed
}

var readAll = sync.OnceValue(func() []Ready {
	all := []Ready{{defaultID, DefaultScheme()}}
	for _, id := range readyIDs {
		all = append(all, Ready{id, readReady(id)})
	}
	return all
})

// ReadyMade lists the schemes that come with the program, the default one
// first. They are read when they are first asked for; every call gives the same
// values, which are not to be changed.
func ReadyMade() []Ready { return readAll() }

// readReady reads a scheme of the program's own. The tests read them all, so
// one that cannot be read never gets as far as a page.
func readReady(id string) *Scheme {
	r, err := NewJSONReader(readyFile(id), nil)
	if err == nil {
		var s *Scheme
		if s, err = r.Scheme(); err == nil {
			return s
		}
	}
	panic(fmt.Sprintf("annotations: the ready-made scheme %q: %v", id, err))
}

func readyFile(id string) []byte {
	data, err := schemeFiles.ReadFile("schemes/" + id + ".json")
	if err != nil {
		panic(fmt.Sprintf("annotations: the ready-made scheme %q: %v", id, err))
	}
	return data
}
