// Package desktest makes desks for the tests of rooms: with a project in memory, and
// with requests that are noted and not answered.
package desktest

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/session"
	"spanwise/app/session/steps/direct"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
	"spanwise/app/worker"
	"spanwise/app/worker/program"
	"spanwise/corpus"
)

// Here does in this program what the page has its second program do.
var Here = direct.New(program.Formats)

// Desk is a desk with what was asked of it.
type Desk struct {
	*desk.Desk

	Asked *Requests
	Fake  *Writing

	engine app.TestEngine
	root   *root
}

// New returns a desk with an open project of the articles given, or of one article
// of three lines.
func New(t *testing.T, texts ...string) *Desk {
	t.Helper()
	if len(texts) == 0 {
		texts = []string{"Shoigu met Akar.\nThey spoke of Syria.\nNothing was signed.\n"}
	}
	var docs []*corpus.Document
	for i, text := range texts {
		doc, err := corpus.NewDocument("d"+string(rune('1'+i)), corpus.Details{Title: "Article " + string(rune('1'+i)), Language: "en"}, text)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	s, _, err := session.Open(t.Context(), session.Start{Bundled: docs, Scheme: annotations.DefaultScheme(), Steps: Here})
	if err != nil {
		t.Fatal(err)
	}
	return Of(t, s)
}

// Of returns a desk with an open session.
func Of(t *testing.T, s *session.Session) *Desk {
	t.Helper()
	asked := &Requests{}
	d := &Desk{Desk: desk.New(asked), Asked: asked, Fake: &Writing{session: s}, engine: app.NewTestEngine()}
	d.Desk.Session, d.Desk.Writing, d.Desk.Steps = s, d.Fake, Here
	d.Desk.Second = worker.NewClient(worker.Pipe(program.Registry(nil)))
	d.Keys = kit.CommandTable(nil, keyboard.Settings{})
	if docs := s.Project().Documents(); len(docs) > 0 {
		d.ArticleID = docs[0].ID
	}
	d.root = &root{mounted: func(ctx app.Context) { d.Context = ctx }}
	if err := d.engine.Load(d.root); err != nil {
		t.Fatal(err)
	}
	d.Settle()
	return d
}

// Settle does what was put off.
func (d *Desk) Settle() { d.engine.ConsumeAll() }

// Wait does what was put off, until what goes on beside the page is done too. That
// may ask things of the page meanwhile, but leaves nothing to be done when it ends.
func (d *Desk) Wait() {
	var all sync.WaitGroup
	done := make(chan struct{})
	all.Go(func() {
		defer close(done)
		d.Settle()
	})
	for {
		select {
		case <-done:
			all.Wait() // nothing may begin while the engine still waits
			return
		case <-time.After(5 * time.Millisecond):
			all.Go(d.Settle) // does what is asked while the others wait for who asks
		}
	}
}

// Beside does work that is not for the UI goroutine, and meanwhile what that work
// puts off.
func (d *Desk) Beside(work func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		work()
	}()
	for {
		select {
		case <-done:
			d.Settle()
			return
		case <-time.After(time.Millisecond):
			d.Settle()
		}
	}
}

// Select selects the first place of the open article that reads so.
func (d *Desk) Select(t *testing.T, words string) {
	t.Helper()
	start := strings.Index(d.Document().Text(), words)
	if start < 0 {
		t.Fatalf("the article has no %q", words)
	}
	d.Selection.SelectText(desk.TextSelection{Start: start, End: start + len(words)})
}

// Selected is the text that is selected.
func (d *Desk) Selected() string {
	return d.Document().Text()[d.Selection.Text.Start:d.Selection.Text.End]
}

// Marked is what the reader has marked in the open article, in text order, as
// "actor: Shoigu".
func (d *Desk) Marked() []string {
	var all []string
	for s := range d.Set().All() {
		all = append(all, s.Label+": "+s.Text(d.Document()))
	}
	return all
}

// WasAsked reports whether the desk was asked so, as Requests writes it.
func (d *Desk) WasAsked(request string) bool { return slices.Contains(d.Asked.Asked, request) }

// Mark lays a span of a label over the first place of the open article that reads so,
// and returns its ID.
func (d *Desk) Mark(t *testing.T, label, words string) string {
	t.Helper()
	start := strings.Index(d.Document().Text(), words)
	if start < 0 {
		t.Fatalf("the article has no %q", words)
	}
	id := annotations.NewID()
	d.Apply(t, d.AddingSpan(annotations.Span{
		ID: id, Label: label, Origin: annotations.FromPerson, Created: kit.Now(),
		Ranges: []annotations.Range{{Start: start, End: start + len(words)}},
	}))
	return id
}

// Apply makes an edit.
func (d *Desk) Apply(t *testing.T, e annotations.Edit) {
	t.Helper()
	if err := d.Desk.Session.Do(e); err != nil {
		t.Fatal(err)
	}
}

// Told is all sentences of the notices, the newest first.
func (d *Desk) Told() []string {
	var all []string
	for _, n := range d.Notices.List {
		all = append(all, n.Sentences...)
	}
	return all
}

// Text is what a person would read of what is drawn, white space made one space.
func Text(ui app.UI) string {
	var b strings.Builder
	for i, part := range strings.Split(app.HTMLString(ui), "<") {
		if _, text, found := strings.Cut(part, ">"); found || i == 0 {
			b.WriteString(" " + text)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// root is the page of a test.
type root struct {
	app.Compo

	mounted func(app.Context)
	element app.Value // whose handlers are called, or nil
}

// OnPreRender hands the context of the page on: where no browser is, no component
// hears that it is mounted.
func (r *root) OnPreRender(ctx app.Context) { r.mounted(ctx) }

// JSValue is the element whose handlers are called.
func (r *root) JSValue() app.Value {
	if r.element != nil {
		return r.element
	}
	return r.Compo.JSValue()
}

// Render draws nothing.
func (r *root) Render() app.UI { return app.Div() }
