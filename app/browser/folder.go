package browser

import (
	"errors"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// What may go wrong with a Target, where a caller has something to do about it.
var (
	// ErrNotPicked says that the reader closed the browser's dialog.
	ErrNotPicked = errors.New("nothing was picked")
	// ErrNotAllowed says that the reader has to allow the writing again.
	ErrNotAllowed = errors.New("the browser does not allow it at present")
)

// Target is a folder or a file that the reader has picked, and that the page may
// write into from then on (File System Access API). Its handle can be kept in
// IndexedDB; after a reload the browser may want the reader to allow it again.
// Its methods but Name, Handle and IsFolder wait, and are not for an event
// handler.
type Target struct {
	handle app.Value
}

// CanPick reports whether this browser lets a page write into a folder, or a
// file, that its reader picks.
func CanPick() (folder, file bool) {
	return app.Window().Get("showDirectoryPicker").Truthy(), app.Window().Get("showSaveFilePicker").Truthy()
}

// pickerID has the browser's dialogs begin where the last one of ours ended.
const pickerID = "spanwise-backups"

// PickFolder has the reader pick a folder. The browser allows it only within
// seconds of a click or a key.
func PickFolder() (*Target, error) {
	return pick("showDirectoryPicker", map[string]any{"id": pickerID, "mode": "readwrite"})
}

// PickFile has the reader pick a JSON file to be written, with a name to begin
// from. The browser allows it only within seconds of a click or a key.
func PickFile(name string) (*Target, error) {
	return pick("showSaveFilePicker", map[string]any{
		"id":            pickerID,
		"suggestedName": name,
		"types": []any{map[string]any{
			"description": "JSON",
			"accept":      map[string]any{"application/json": []any{".json"}},
		}},
	})
}

func pick(picker string, options map[string]any) (*Target, error) {
	handle, err := call(app.Window(), picker, options)
	if isException(err, "AbortError") {
		return nil, ErrNotPicked
	}
	if err != nil {
		return nil, fmt.Errorf("pick: %w", err)
	}
	return &Target{handle}, nil
}

// TargetOf is the target whose handle was kept. It is nil for what is none.
func TargetOf(handle app.Value) *Target {
	if handle == nil || !handle.Truthy() || handle.Get("kind").Type() != app.TypeString {
		return nil
	}
	return &Target{handle}
}

// Handle is what to keep of the target: a FileSystemHandle.
func (t *Target) Handle() app.Value { return t.handle }

// Name is the folder's or the file's own name, without where it lies.
func (t *Target) Name() string { return text(t.handle.Get("name")) }

// IsFolder reports whether the target is a folder.
func (t *Target) IsFolder() bool { return text(t.handle.Get("kind")) == "directory" }

// Allowed reports whether the page may write there without asking.
func (t *Target) Allowed() (bool, error) { return t.permission("queryPermission") }

// Allow has the browser ask the reader, where it must, and reports the answer.
// Like a picker it needs a click or a key.
func (t *Target) Allow() (bool, error) { return t.permission("requestPermission") }

func (t *Target) permission(method string) (bool, error) {
	state, err := call(t.handle, method, map[string]any{"mode": "readwrite"})
	if err != nil {
		return false, targetError(t, err)
	}
	return text(state) == "granted", nil
}

// Write puts data into the file, or into the folder's file of that name, in the
// place of what was there. The old content is whole until the new one is: what
// fails, or ends with the page, leaves it. In a folder, a name that is new may
// then be left empty. The error is ErrNotAllowed where the reader must be asked
// first.
func (t *Target) Write(name string, data []byte) error {
	file := t.handle
	if t.IsFolder() {
		var err error
		if file, err = call(t.handle, "getFileHandle", name, map[string]any{"create": true}); err != nil {
			return targetError(t, err)
		}
	}
	if err := writeFile(file, data); err != nil {
		return targetError(t, err)
	}
	return nil
}

// writeFile writes beside the file; close puts what was written in its place.
func writeFile(file app.Value, data []byte) error {
	stream, err := call(file, "createWritable")
	if err != nil {
		return err
	}
	if _, err = call(stream, "write", newBlob("application/json", data)); err == nil {
		_, err = call(stream, "close")
	}
	if err != nil {
		_, _ = call(stream, "abort") // the first failure is the one to tell
	}
	return err
}

// targetError says in plain words what browsers fail with, by the names of their
// exceptions (File System Standard; File System Access, section 3).
func targetError(t *Target, err error) error {
	kind := "file"
	if t.IsFolder() {
		kind = "folder"
	}
	target := fmt.Sprintf("the %s “%s”", kind, t.Name())
	switch {
	case isException(err, "NotAllowedError"), isException(err, "SecurityError"):
		return fmt.Errorf("%s: %w (%w)", target, ErrNotAllowed, err)
	case isException(err, "NotFoundError"):
		return fmt.Errorf("%s is not there any more (%w)", target, err)
	case isException(err, "QuotaExceededError"):
		return fmt.Errorf("there is no room for more in %s (%w)", target, err)
	case isException(err, "NoModificationAllowedError"):
		return fmt.Errorf("%s cannot be changed at present (%w)", target, err)
	}
	return fmt.Errorf("%s: %w", target, err)
}
