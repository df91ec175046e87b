package browser

import (
	"errors"
	"fmt"
	"runtime"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Exception is what JavaScript threw, rejected a promise with, or gave as the
// error of a request. For a DOMException, Name says which kind it is, such as
// QuotaExceededError (Web IDL, section 2.8.1).
type Exception struct {
	Name    string
	Message string
}

// Error gives the name and the message, or the one of them that is there.
func (e *Exception) Error() string {
	switch {
	case e.Name == "":
		return e.Message
	case e.Message == "":
		return e.Name
	}
	return e.Name + ": " + e.Message
}

// isException reports whether err came from JavaScript under the given name.
func isException(err error, name string) bool {
	var e *Exception
	return errors.As(err, &e) && e.Name == name
}

// exceptionOf reads a thrown value. Anything can be thrown, so one that is not
// an object is taken as the message.
func exceptionOf(thrown app.Value) *Exception {
	if thrown == nil || !thrown.Truthy() {
		return &Exception{Name: "Error", Message: "no reason given"}
	}
	if thrown.Type() != app.TypeObject {
		return &Exception{Name: "Error", Message: thrown.String()}
	}
	return &Exception{Name: text(thrown.Get("name")), Message: text(thrown.Get("message"))}
}

// text is a JavaScript string, or "" for anything else. What is not truthy has no
// type to ask for where no browser is.
func text(v app.Value) string {
	if !v.Truthy() || v.Type() != app.TypeString {
		return ""
	}
	return v.String()
}

// attempt runs a piece of work that calls JavaScript and gives what was thrown
// as an error. Faults of Go's own (a nil pointer) stay panics.
func attempt(work func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = thrownError(r)
		}
	}()
	work()
	return nil
}

// thrownError tells apart what a call into JavaScript may panic with: syscall/js
// wraps an exception in an error that is the thrown value as well, and reports a
// missing method as a string.
func thrownError(recovered any) error {
	switch r := recovered.(type) {
	case runtime.Error:
		panic(r)
	case interface {
		error
		Truthy() bool
	}:
		return exceptionOf(app.ValueOf(r))
	case error:
		return r
	}
	return fmt.Errorf("%v", recovered)
}

// property reads a property whose getter may throw. Reflect.get does the reading
// because Go's glue catches exceptions in calls and not in plain reads.
func property(of app.Value, name string) (value app.Value, err error) {
	err = attempt(func() {
		value = app.Window().Get("Reflect").Call("get", of, name)
	})
	return value, err
}

// outcome is how a promise was settled.
type outcome struct {
	value app.Value
	err   error
}

// await waits until a promise is settled. A rejection comes back as an
// *Exception. It must not run on the UI goroutine nor in a function given to
// JavaScript, which would stop the page for good.
func await(promise app.Value) (app.Value, error) {
	settled := make(chan outcome, 1)
	fulfilled := callback(func(v app.Value) { settled <- outcome{value: v} })
	defer fulfilled.Release()
	rejected := callback(func(v app.Value) { settled <- outcome{err: exceptionOf(v)} })
	defer rejected.Release()

	if err := attempt(func() { promise.Call("then", fulfilled, rejected) }); err != nil {
		return nil, err
	}
	o := <-settled
	return o.value, o.err
}

// call calls a method that answers with a promise, and waits for it.
func call(of app.Value, method string, args ...any) (app.Value, error) {
	var promise app.Value
	if err := attempt(func() { promise = of.Call(method, args...) }); err != nil {
		return nil, err
	}
	return await(promise)
}

// callback gives JavaScript a function of one argument (undefined when it is
// called with none). f must not block; the caller releases it.
func callback(f func(argument app.Value)) app.Func {
	return app.FuncOf(func(_ app.Value, args []app.Value) any {
		if len(args) == 0 {
			f(app.Undefined())
		} else {
			f(args[0])
		}
		return nil
	})
}

// listen calls f on every such event until it is released. f must not block.
func listen(target app.Value, event string, f func(event app.Value)) (release func()) {
	handler := callback(f)
	target.Call("addEventListener", event, handler)
	return func() {
		target.Call("removeEventListener", event, handler)
		handler.Release()
	}
}
