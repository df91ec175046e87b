package browser

import (
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Listen has handler called for every such event of target, for as long as
// the page lives. It runs on the event's own stack and must not block.
func Listen(target app.Value, event string, handler func(event app.Value)) {
	target.Call("addEventListener", event, app.FuncOf(func(_ app.Value, args []app.Value) any {
		handler(args[0])
		return nil
	}))
}

// Closest is the element that matches the selector: node itself or the
// nearest one around it. It is not truthy where there is none.
func Closest(node app.Value, selector string) app.Value {
	if !node.Truthy() || !node.Get("closest").Truthy() {
		return app.Null()
	}
	return node.Call("closest", selector)
}

// Within reports whether node lies in an element that matches the selector.
func Within(node app.Value, selector string) bool {
	return Closest(node, selector).Truthy()
}

// Data reads a data attribute; an element without it gives "".
func Data(element app.Value, name string) string {
	if !element.Truthy() {
		return ""
	}
	value := element.Get("dataset").Get(name)
	if !value.Truthy() {
		return ""
	}
	return value.String()
}

// ByID finds an element by its id; it is not truthy where there is none.
func ByID(id string) app.Value {
	return app.Window().Get("document").Call("getElementById", id)
}

// Focus moves the keyboard to an element without scrolling to it. One that has
// the keyboard already is left alone: asking again has the page laid out.
func Focus(id string) {
	element := ByID(id)
	if element.Truthy() && !element.Equal(app.Window().Get("document").Get("activeElement")) {
		element.Call("focus", map[string]any{"preventScroll": true})
	}
}

// Press clicks an element as a person would, such as a hidden file input.
func Press(id string) {
	if element := ByID(id); element.Truthy() {
		element.Call("click")
	}
}

// ShowModal opens a dialog element over the page; an open one stays as it is.
func ShowModal(id string) {
	if element := ByID(id); element.Truthy() && !element.Get("open").Bool() {
		element.Call("showModal")
	}
}

// CloseModal closes a dialog, which gives the focus back to where it was.
func CloseModal(id string) {
	if element := ByID(id); element.Truthy() {
		element.Call("close")
	}
}

// Field reads what stands in the form field with that id.
func Field(id string) string {
	element := ByID(id)
	if !element.Truthy() {
		return ""
	}
	return element.Get("value").String()
}

// Checked reports whether the box or the radio button with that id is checked.
func Checked(id string) bool {
	element := ByID(id)
	return element.Truthy() && element.Get("checked").Truthy()
}

// SetField puts a text into the form field with that id.
func SetField(id, text string) {
	if element := ByID(id); element.Truthy() {
		element.Set("value", text)
	}
}

// SetStatus puts a state into an element that the engine leaves alone: as its
// text, and in data-state for the styles. The same state again changes nothing,
// since a screen reader would say it again.
func SetStatus(id, state string) {
	element := ByID(id)
	if !element.Truthy() || Data(element, "state") == state {
		return
	}
	element.Get("dataset").Set("state", state)
	element.Set("textContent", state)
}

// Unsay puts another state in the place of one that does not hold any more, and
// of no other. Unlike SetStatus it may be called where nothing may block.
func Unsay(id, state, other string) {
	if element := ByID(id); element.Truthy() && Data(element, "state") == state {
		SetStatus(id, other)
	}
}

// WithData is the first element whose data attribute has a value; it is not
// truthy where there is none. The value may be anything.
func WithData(name, value string) app.Value {
	all := app.Window().Get("document").Call("querySelectorAll", "[data-"+name+"]")
	for i := range all.Length() {
		if Data(all.Index(i), name) == value {
			return all.Index(i)
		}
	}
	return app.Null()
}

// SetClass gives an element a class, or takes it away.
func SetClass(id, class string, on bool) {
	if element := ByID(id); element.Truthy() {
		element.Get("classList").Call("toggle", class, on)
	}
}

// FocusOn moves the keyboard to a field, or to the first field within an element.
func FocusOn(element app.Value) {
	if !isField(element) {
		element = element.Call("querySelector", fieldsSelector)
	}
	if element.Truthy() {
		element.Call("focus")
	}
}

// SetTitle names the page in the browser's tab and history.
func SetTitle(title string) { app.Window().Get("document").Set("title", title) }

// ScrollToTop shows the beginning of the page.
func ScrollToTop() { app.Window().Call("scrollTo", 0, 0) }

// ScrollInto scrolls an element, and nothing around it, so that what in it
// matches the selector is in view.
func ScrollInto(id, selector string) {
	list := ByID(id)
	if !list.Truthy() {
		return
	}
	item := list.Call("querySelector", selector)
	if !item.Truthy() {
		return
	}
	box, frame := rectOf(item), rectOf(list)
	if box.Top < frame.Top || box.Bottom > frame.Bottom {
		offset := (box.Top+box.Bottom)/2 - (frame.Top+frame.Bottom)/2
		list.Set("scrollTop", list.Get("scrollTop").Float()+offset)
	}
}

// languageNames keeps what LanguageName has found, by tag: a browser takes its
// time to look a name up, and lists show the same few again and again.
var languageNames sync.Map

// LanguageName is the English name of a BCP 47 tag, or the tag where the
// browser does not know it.
func LanguageName(tag string) string {
	if tag == "" {
		return ""
	}
	name, known := languageNames.Load(tag)
	if !known {
		name = findLanguageName(tag)
		languageNames.Store(tag, name)
	}
	return name.(string)
}

func findLanguageName(tag string) (name string) {
	defer func() {
		if recover() != nil {
			name = tag
		}
	}()
	names := app.Window().Get("Intl").Get("DisplayNames").
		New([]any{"en"}, map[string]any{"type": "language"})
	return names.Call("of", tag).String()
}

// Empty takes the chosen files out of a file input, so that the same file can
// be chosen again.
func Empty(input app.Value) { input.Set("value", "") }

// CarriesFiles reports whether what is dragged over the page is files.
func CarriesFiles(transfer app.Value) bool {
	return transfer.Truthy() && transfer.Get("types").Call("includes", "Files").Bool()
}
