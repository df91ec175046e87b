package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Stylesheet holds the rules that are worked out while the page runs, such as
// the labels' colours. The policy refuses style attributes and inline style
// elements; a stylesheet built by the program it allows.
type Stylesheet struct {
	sheet app.Value
}

// NewStylesheet adds an empty stylesheet to the page.
func NewStylesheet() *Stylesheet {
	sheet := app.Window().Get("CSSStyleSheet").New()
	app.Window().Get("document").Get("adoptedStyleSheets").Call("push", sheet)
	return &Stylesheet{sheet: sheet}
}

// Replace puts css in the place of all rules that were there.
func (s *Stylesheet) Replace(css string) { s.sheet.Call("replaceSync", css) }
