package browser

import (
	"fmt"
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// File is one file that the reader chose or dropped. Name is the browser's and
// says nothing about where the file lies; it is a label, never a path. Err says
// why this file could not be read; Data is nil then.
type File struct {
	Name string
	Data []byte
	Err  error
}

// ReadFiles reads the files of a FileList (of an input element, or a drop's
// dataTransfer.files), in its order. A file larger than limit bytes is not read
// at all and carries an error that names both sizes; one that fails does not
// stop the others. The error is for a list that is none.
//
// A dropped list is empty once its event is over: call ReadFiles from a
// goroutine started within the handler. It takes the files out of the list
// before it waits for the first time.
func ReadFiles(list app.Value, limit int) ([]File, error) {
	if !list.Truthy() || list.Get("length").Type() != app.TypeNumber {
		return nil, fmt.Errorf("read files: there is no list of files")
	}
	handles := make([]app.Value, list.Length())
	for i := range handles {
		handles[i] = list.Index(i)
	}
	files := make([]File, len(handles))
	for i, handle := range handles {
		files[i] = readFile(handle, limit)
	}
	return files, nil
}

// Folders gives the names of the folders among what is dropped. The list of its
// files has them too, but there is nothing in them to read. Call it within the
// handler of the drop.
func Folders(dataTransfer app.Value) (names []string) {
	items := dataTransfer.Get("items")
	if !items.Truthy() || !items.Get("length").Truthy() {
		return nil
	}
	for i := range items.Length() {
		item := items.Index(i)
		if item.Get("kind").String() != "file" || !item.Get("webkitGetAsEntry").Truthy() {
			continue
		}
		if entry := item.Call("webkitGetAsEntry"); entry.Truthy() && entry.Get("isDirectory").Bool() {
			names = append(names, text(entry.Get("name")))
		}
	}
	return names
}

// DecodeText decodes bytes from an encoding, by its label in the WHATWG Encoding
// Standard. What is no character in it becomes U+FFFD; in an encoding that the
// browser does not know nothing is one.
func DecodeText(label string, data []byte) string {
	decoded := "\ufffd"
	_ = attempt(func() { // the encoding is left out then: it fits nothing
		decoded = app.Window().Get("TextDecoder").New(label).Call("decode", newBytes(data)).String()
	})
	return decoded
}

// readFile reads one File object.
func readFile(handle app.Value, limit int) File {
	f := File{Name: text(handle.Get("name"))}
	if size := handle.Get("size").Float(); size > float64(limit) {
		f.Err = fmt.Errorf("%s: %.0f bytes; the limit is %d bytes", f.Name, size, limit)
		return f
	}
	data, err := readAll(handle)
	if err != nil {
		f.Err = fmt.Errorf("%s: %w", f.Name, err)
		return f
	}
	f.Data = data
	return f
}

// readAll reads a File in portions: a large one would be in memory twice for as
// long as it takes to copy it.
func readAll(handle app.Value) ([]byte, error) {
	size := handle.Get("size").Int()
	data := make([]byte, 0, size)
	for len(data) < size {
		part := handle
		if size > portion {
			part = handle.Call("slice", len(data), min(len(data)+portion, size))
		}
		buffer, err := call(part, "arrayBuffer")
		if err != nil {
			return nil, err
		}
		data = append(data, goBytes(app.Window().Get("Uint8Array").New(buffer))...)
	}
	return data, nil
}

// downloadLife is how long an object URL outlives the click on it: browsers read
// it after the click, and none says when it is done.
const downloadLife = time.Minute

// Download hands data to the reader as a file through the browser's own
// download. The link never joins the page, so nothing on the page (go-app takes
// over clicks on links) sees the click. It returns when the browser has taken
// the download; whether the reader then keeps it cannot be known. It may wait,
// so it is not for an event handler.
func Download(name, mime string, data []byte) error {
	err := attempt(func() {
		blob := newBlob(mime, data)
		urls := app.Window().Get("URL")
		address := urls.Call("createObjectURL", blob)
		link := app.Window().Get("document").Call("createElement", "a")
		link.Set("href", address)
		link.Set("download", name)
		link.Call("click")
		time.AfterFunc(downloadLife, func() { urls.Call("revokeObjectURL", address) })
	})
	if err != nil {
		return fmt.Errorf("download %s: %w", name, err)
	}
	return nil
}

// newBlob makes a Blob of Blobs, since to copy large data into one is long work
// that could not be paused.
func newBlob(mime string, data []byte) app.Value {
	constructor := app.Window().Get("Blob")
	var parts []any
	for part := range slices.Chunk(data, portion) {
		parts = append(parts, constructor.New([]any{newBytes(part)}))
		Pause()
	}
	return constructor.New(parts, map[string]any{"type": mime})
}
