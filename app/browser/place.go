package browser

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// placePrefix keeps our keys apart from those of other sites: several sites may
// share one origin (name.github.io), and with it one localStorage.
const placePrefix = "spanwise."

// LoadPlace gives the string last saved under the key, or "" where there is none
// or the browser keeps none. It is for places and preferences only: work
// belongs in a Store.
func LoadPlace(key string) string {
	storage, err := property(app.Window(), "localStorage")
	if err != nil || !storage.Truthy() {
		return ""
	}
	var value string
	err = attempt(func() { value = text(storage.Call("getItem", placePrefix+key)) })
	if err != nil {
		return ""
	}
	return value
}

// SavePlace remembers a string under the key. Storage that is full (5 MiB an
// origin) or forbidden is an error.
func SavePlace(key, value string) error {
	storage, err := property(app.Window(), "localStorage")
	if err != nil {
		return fmt.Errorf("remember %q: %w", key, err)
	}
	if !storage.Truthy() {
		return fmt.Errorf("remember %q: this browser has no localStorage", key)
	}
	err = attempt(func() { storage.Call("setItem", placePrefix+key, value) })
	if err != nil {
		return fmt.Errorf("remember %q: %w", key, err)
	}
	return nil
}

// DropPlace forgets what was saved under the key.
func DropPlace(key string) {
	storage, err := property(app.Window(), "localStorage")
	if err == nil && storage.Truthy() {
		_ = attempt(func() { storage.Call("removeItem", placePrefix+key) })
	}
}
