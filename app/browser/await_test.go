//go:build js

package browser

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestAwaitGivesTheValueOrTheReason(t *testing.T) {
	cases := []struct{ name, promise, value, err, why string }{
		{"fulfilled", `Promise.resolve("yes")`, "yes", "", "the plain case"},
		{"later", `new Promise(yes => setTimeout(() => yes("later"), 5))`, "later", "", "the event loop must go on turning"},
		{"rejected", `Promise.reject(new DOMException("no room", "QuotaExceededError"))`, "", "QuotaExceededError: no room", "name and message"},
		{"a string thrown", `Promise.reject("because")`, "", "Error: because", "anything can be thrown"},
		{"nothing thrown", `Promise.reject()`, "", "Error: no reason given", "even nothing"},
		{"an object thrown", `Promise.reject({message: 1, name: "Odd"})`, "", "Odd", "fields that are no strings"},
		{"a thenable that throws", `({then() { throw new TypeError("broken") }})`, "", "TypeError: broken", "then may throw by itself"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			value, err := await(script(t, c.promise))
			got := [2]string{}
			if err != nil {
				got[1] = err.Error()
			} else {
				got[0] = value.String()
			}
			if diff := cmp.Diff([2]string{c.value, c.err}, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

func TestAMissingMethodIsAnErrorAndAFaultOfOursIsAPanic(t *testing.T) {
	if err := attempt(func() { app.Window().Call("noSuchMethod") }); err == nil {
		t.Error("a missing method gave no error")
	}
	defer func() {
		if recover() == nil {
			t.Error("a nil pointer was taken for JavaScript's fault")
		}
	}()
	var f *File
	_ = attempt(func() { t.Log(f.Name) })
}

func TestAGetterThatThrowsIsAnError(t *testing.T) {
	_, err := property(script(t, `({get x() { throw new RangeError("far") }})`), "x")
	var exception *Exception
	if !errors.As(err, &exception) {
		t.Fatalf("error %v, want an Exception", err)
	}
	if diff := cmp.Diff(&Exception{Name: "RangeError", Message: "far"}, exception); diff != "" {
		t.Errorf("exception (-want +got):\n%s", diff)
	}
}
