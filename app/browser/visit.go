package browser

import (
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// visitKey is the name under which a tab remembers the visit that it is.
const visitKey = placePrefix + "visit"

// visit is one tab from when it opens until it closes: what it has deleted it can
// have back, also after a reload. It is named when it first deletes something.
var visit struct {
	sync.Mutex
	id   string
	held bool
}

// ResumeVisit makes a page that is loaded anew the visit that its tab was, if it
// was one. It may wait.
func ResumeVisit() {
	if thisVisit() != "" {
		beginVisit()
	}
}

// thisVisit is the visit that the tab is, "" if it has deleted nothing.
func thisVisit() string {
	visit.Lock()
	defer visit.Unlock()
	if visit.id == "" {
		visit.id = tabMemory("getItem", visitKey)
	}
	return visit.id
}

// beginVisit names the visit, if it has no name yet, and lets the other tabs know
// that it goes on. A tab that may remember nothing is another visit when it is
// loaded anew.
func beginVisit() string {
	id := thisVisit()
	visit.Lock()
	defer visit.Unlock()
	if id == "" {
		id = NewProjectID()
		visit.id = id
		tabMemory("setItem", visitKey, id)
	}
	if !visit.held {
		visit.held = true
		Share(visitLock + id)
	}
	return id
}

// SaveForTab remembers a string under the key until this tab is closed; other tabs
// do not know of it. Where the browser forbids it nothing is remembered.
func SaveForTab(key, value string) { tabMemory("setItem", placePrefix+key, value) }

// TakeForTab gives the string last saved for this tab under the key, and forgets
// it. It is "" where there is none.
func TakeForTab(key string) string {
	value := tabMemory("getItem", placePrefix+key)
	tabMemory("removeItem", placePrefix+key)
	return value
}

// tabMemory calls a method of sessionStorage, which a tab has for itself. It
// gives "" where the browser forbids it.
func tabMemory(method string, args ...any) (answer string) {
	storage, err := property(app.Window(), "sessionStorage")
	if err != nil || !storage.Truthy() {
		return ""
	}
	if attempt(func() { answer = text(storage.Call(method, args...)) }) != nil {
		return ""
	}
	return answer
}
