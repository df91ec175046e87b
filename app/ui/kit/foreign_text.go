package kit

// element is what a person's words can be drawn in.
type element[E any] interface {
	Attr(name string, value any) E
	Class(names ...string) E
	Dir(direction string, more ...any) E
}

// AsWritten has an element show what people or outlets wrote as they wrote it: in
// its own direction, and in its own words where the browser translates the rest of
// the page.
func AsWritten[E element[E]](e E) E { return Untranslated(e.Dir("auto")) }

// Untranslated keeps translations out of an element. Some heed only the class.
func Untranslated[E element[E]](e E) E { return e.Attr("translate", "no").Class("notranslate") }
