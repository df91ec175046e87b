package sniff

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first needed, which is not when the page opens.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
