package browser

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Fragment is what stands after "#" in the page's address.
func Fragment() string {
	return strings.TrimPrefix(text(app.Window().Get("location").Get("hash")), "#")
}

// SetFragment puts a fragment into the address, in the place of what was there;
// nothing is loaded and there is nothing to go back to. Where the browser forbids
// it the address stays as it is.
func SetFragment(fragment string) {
	_ = attempt(func() { app.Window().Get("history").Call("replaceState", nil, "", "#"+fragment) })
}

// LoadWithFragment loads the page anew at the same address with a fragment. Going
// back leads to the former one, if there was another.
func LoadWithFragment(fragment string) {
	if Fragment() != fragment {
		_ = attempt(func() { app.Window().Get("history").Call("pushState", nil, "", "#"+fragment) })
	}
	app.Window().Get("location").Call("reload")
}
