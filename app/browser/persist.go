package browser

import (
	"errors"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ErrNoPromises says that this browser cannot be asked how long it keeps what is
// stored: it is old, or the page is not a secure context.
var ErrNoPromises = errors.New("this browser does not say how long it keeps what is stored")

// Persisted reports whether the browser has promised to keep what is stored for
// this origin until a person deletes it (Storage Standard, section 6). It waits.
func Persisted() (bool, error) {
	answer, err := askStorage("persisted")
	return err == nil && answer.Truthy(), err
}

// Persist asks the browser for that promise and reports its answer. Firefox puts
// the question to the person; the others decide by themselves, and may decide
// otherwise another day. It waits, in Firefox for as long as the person does.
func Persist() (bool, error) {
	answer, err := askStorage("persist")
	return err == nil && answer.Truthy(), err
}

// StorageUsed is about how many bytes are stored for this origin: the work, the
// program itself, and what neighbours on the origin keep. It waits.
func StorageUsed() (int, error) {
	estimate, err := askStorage("estimate")
	if err != nil {
		return 0, err
	}
	used := estimate.Get("usage")
	if used.Type() != app.TypeNumber {
		return 0, ErrNoPromises
	}
	return int(used.Float()), nil
}

// askStorage calls one of the methods of navigator.storage.
func askStorage(method string) (app.Value, error) {
	storage, err := property(app.Window().Get("navigator"), "storage")
	if err != nil || !storage.Truthy() || !storage.Get(method).Truthy() {
		return nil, ErrNoPromises
	}
	answer, err := call(storage, method)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoPromises, err)
	}
	return answer, nil
}
