package chromium

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
)

// violationBinding is the function through which the page reports violations
// of its policy; reportViolations calls it.
const (
	violationBinding = "spanwiseTestViolation"
	reportViolations = `document.addEventListener("securitypolicyviolation", (e) =>
		` + violationBinding + `(e.violatedDirective + " " + e.blockedURI + " " + e.sourceFile + ":" + e.lineNumber + " " + e.sample))`
)

// watcher collects what must not happen on a page.
type watcher struct {
	mu       sync.Mutex
	origin   string   // scheme://host of the page, "file://" for a file
	allowed  []string // problems that hold one of these are expected
	problems []string
	panicked int // the problem that was the last panic
	stack    int // how many more lines belong to it
}

// allow makes problems that contain the text expected.
func (w *watcher) allow(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.allowed = append(w.allowed, text)
}

// add notes a problem.
func (w *watcher) add(format string, args ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.problems = append(w.problems, fmt.Sprintf(format, args...))
}

// unexpected returns the problems that nobody allowed.
func (w *watcher) unexpected() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	var list []string
	for _, problem := range w.problems {
		if !containsAny(problem, w.allowed) {
			list = append(list, problem)
		}
	}
	return list
}

func containsAny(s string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// see looks at an event of the page's target.
func (w *watcher) see(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		w.seeRequest(e.Request.URL)
	case *network.EventWebSocketCreated:
		w.seeRequest(e.URL)
	case *runtime.EventBindingCalled:
		if e.Name == violationBinding {
			w.add("policy violation: %s", e.Payload)
		}
	case *runtime.EventExceptionThrown:
		w.add("exception: %s", exceptionText(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		w.seeConsole(e)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			w.add("browser log (%s): %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *page.EventJavascriptDialogOpening:
		w.add("dialog (%s): %s", e.Type, e.Message)
	}
}

// seeRequest notes a request that leaves the page's origin.
func (w *watcher) seeRequest(address string) {
	u, err := url.Parse(address)
	if err == nil && (u.Scheme == "data" || u.Scheme == "blob" || u.Scheme == "about") {
		return
	}
	w.mu.Lock()
	origin := w.origin
	w.mu.Unlock()
	if err != nil || u.Scheme+"://"+u.Host != origin {
		w.add("request to another origin: %s", address)
	}
}

// stackLines is how much of where a panic happened is kept.
const stackLines = 60

// seeConsole notes errors, what Go prints of a panic, and the one warning that its
// loader writes when the program has ended.
func (w *watcher) seeConsole(e *runtime.EventConsoleAPICalled) {
	text := consoleText(e.Args)
	panicked, ended := strings.HasPrefix(text, "panic:"), strings.HasPrefix(text, "exit code:")
	switch {
	case w.addToStack(text, ended):
	case e.Type == runtime.ConsoleAPICalledTypeError || panicked || ended:
		w.add("console: %s", text)
	}
	if panicked {
		w.mu.Lock()
		w.panicked, w.stack = len(w.problems)-1, stackLines
		w.mu.Unlock()
	}
}

// addToStack adds a line to the panic that it belongs to, if it does.
func (w *watcher) addToStack(line string, ended bool) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.stack == 0 || ended {
		w.stack = 0
		return false
	}
	w.stack--
	w.problems[w.panicked] += "\n\t" + line
	return true
}

// consoleText is what a call of the console prints.
func consoleText(args []*runtime.RemoteObject) string {
	parts := make([]string, len(args))
	for i, arg := range args {
		var text string
		switch {
		case arg.Value != nil && json.Unmarshal(arg.Value, &text) == nil:
			parts[i] = text
		case arg.Value != nil:
			parts[i] = string(arg.Value)
		default:
			parts[i] = arg.Description
		}
	}
	return strings.Join(parts, " ")
}

func exceptionText(details *runtime.ExceptionDetails) string {
	if details.Exception != nil && details.Exception.Description != "" {
		return details.Exception.Description
	}
	return details.Text
}
