package chromium

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
)

// Element is something on the page, as the accessibility tree shows it.
type Element struct {
	p     *Page
	node  cdp.BackendNodeID
	Role  string // computed role
	Name  string // accessible name
	again func() (*Element, error)
}

// All returns what has the role and the accessible name right now, in the
// page's order; an empty name stands for any.
func (p *Page) All(role, name string) []*Element {
	p.t.Helper()
	found, err := p.all(role, name)
	p.must(err, "ask for %s %q", role, name)
	return found
}

func (p *Page) all(role, name string) ([]*Element, error) {
	document, err := try(p, runtime.Evaluate, runtime.EvaluateParams{Expression: "document"})
	if err != nil {
		return nil, err
	}
	return p.query(document.Result.ObjectID, role, name)
}

// query asks the accessibility tree below an object.
func (p *Page) query(root runtime.RemoteObjectID, role, name string) ([]*Element, error) {
	result, err := try(p, accessibility.QueryAXTree, accessibility.QueryAXTreeParams{ObjectID: root, Role: role, AccessibleName: name})
	if err != nil {
		return nil, err
	}
	var found []*Element
	for _, node := range result.Nodes {
		if !node.Ignored {
			found = append(found, &Element{p: p, node: node.BackendDOMNodeID, Role: axText(node.Role), Name: axText(node.Name)})
		}
	}
	return found, nil
}

// axText is a text value of the accessibility tree.
func axText(value *accessibility.Value) (text string) {
	if value != nil {
		json.Unmarshal(value.Value, &text)
	}
	return text
}

// Find waits for what has the role and the accessible name, and returns the
// first.
func (p *Page) Find(role, name string) *Element {
	p.t.Helper()
	return p.first(func() ([]*Element, error) { return p.all(role, name) }, fmt.Sprintf("%s %q", role, name))
}

// first waits for what ask finds, and returns the first, which can be found again.
func (p *Page) first(ask func() ([]*Element, error), what string) *Element {
	p.t.Helper()
	find := func() (*Element, error) {
		found, err := ask()
		if err == nil && len(found) == 0 {
			err = errors.New("it is not there")
		}
		if err != nil {
			return nil, err
		}
		return found[0], nil
	}
	var found *Element
	p.waitUntil(func() (there bool, err error) {
		found, err = find()
		return err == nil, err
	}, what)
	found.again = find
	return found
}

// renew finds the element again where the page has put another in its place.
func (e *Element) renew() {
	if e.again == nil || e.connected() {
		return
	}
	if found, err := e.again(); err == nil {
		e.node = found.node
	}
}

// connected reports whether the element is on the page still.
func (e *Element) connected() bool {
	object, err := e.resolve()
	if err != nil {
		return false
	}
	byValue := true
	result, err := try(e.p, runtime.CallFunctionOn, runtime.CallFunctionOnParams{
		FunctionDeclaration: `function() { return this.isConnected }`, ObjectID: object, ReturnByValue: &byValue})
	return err == nil && string(result.Result.Value) == "true"
}

// Has says whether something with the role and name is there right now.
func (p *Page) Has(role, name string) bool {
	p.t.Helper()
	return len(p.All(role, name)) > 0
}

// Gone waits until nothing has the role and the name.
func (p *Page) Gone(role, name string) {
	p.t.Helper()
	p.waitUntil(func() (bool, error) { return !p.Has(role, name), nil }, fmt.Sprintf("no %s %q", role, name))
}

// All returns what has the role and the name inside the element.
func (e *Element) All(role, name string) []*Element {
	e.p.t.Helper()
	found, err := e.all(role, name)
	e.p.must(err, "ask for %s %q in %s %q", role, name, e.Role, e.Name)
	return found
}

func (e *Element) all(role, name string) ([]*Element, error) {
	object, err := e.resolve()
	if err != nil {
		return nil, err
	}
	return e.p.query(object, role, name)
}

// Find waits for what has the role and the name inside the element.
func (e *Element) Find(role, name string) *Element {
	e.p.t.Helper()
	asked := false
	return e.p.first(func() ([]*Element, error) {
		if asked {
			e.renew()
		}
		asked = true
		return e.all(role, name)
	}, fmt.Sprintf("%s %q in %s %q", role, name, e.Role, e.Name))
}

// resolve gives the element as a JavaScript object of the page.
func (e *Element) resolve() (runtime.RemoteObjectID, error) {
	node, err := try(e.p, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: e.node})
	if err != nil {
		return "", err
	}
	return node.Object.ObjectID, nil
}

// object is resolve for an element that must be there.
func (e *Element) object() runtime.RemoteObjectID {
	e.p.t.Helper()
	object, err := e.resolve()
	e.p.must(err, "look at %s %q", e.Role, e.Name)
	return object
}

// Call calls a JavaScript function with the element as this, and returns what
// it returns.
func Call[T any](e *Element, function string, arguments ...any) (value T) {
	e.p.t.Helper()
	byValue := true
	params := runtime.CallFunctionOnParams{FunctionDeclaration: function, ObjectID: e.object(), ReturnByValue: &byValue, AwaitPromise: &byValue}
	for _, argument := range arguments {
		data, err := json.Marshal(argument)
		e.p.must(err, "encode an argument")
		params.Arguments = append(params.Arguments, &runtime.CallArgument{Value: data})
	}
	result := call(e.p, runtime.CallFunctionOn, params)
	if result.ExceptionDetails != nil {
		e.p.t.Fatalf("call %s on %s %q: %s", function, e.Role, e.Name, exceptionText(result.ExceptionDetails))
	}
	if len(result.Result.Value) > 0 {
		e.p.must(json.Unmarshal(result.Result.Value, &value), "decode what %s returned", function)
	}
	return value
}

// Text is the element's text content, hidden or not.
func (e *Element) Text() string {
	e.p.t.Helper()
	return Call[string](e, `function() { return this.textContent }`)
}

// Value is the value of a field.
func (e *Element) Value() string {
	e.p.t.Helper()
	return Call[string](e, `function() { return this.value }`)
}

// Attribute is an attribute of the element, empty where it has none.
func (e *Element) Attribute(name string) string {
	e.p.t.Helper()
	return Call[string](e, `function(name) { return this.getAttribute(name) ?? "" }`, name)
}

// Focus puts the keyboard's focus on the element.
func (e *Element) Focus() {
	e.p.t.Helper()
	call(e.p, dom.Focus, dom.FocusParams{BackendNodeID: e.node})
}

// Status is what the page says of saving.
func (p *Page) Status() string {
	p.t.Helper()
	return p.Find("status", "Saving state").Text()
}

// WaitSaved waits until the page says that everything is saved.
func (p *Page) WaitSaved() {
	p.t.Helper()
	p.waitUntil(func() (bool, error) { return p.Status() == "Saved", nil }, `the status "Saved"`)
}
