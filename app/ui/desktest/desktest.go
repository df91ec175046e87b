// Package desktest makes desks for the tests of rooms: with a project in memory, and
// with requests that are noted and not answered.
package desktest

import (
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// Desk is a desk with what was asked of it.
type Desk struct {
	*desk.Desk

	Asked *Requests
	Fake  *Writing

	engine app.TestEngine
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
	s, _, err := session.Open(t.Context(), session.Start{Bundled: docs, Scheme: annotations.DefaultScheme()})
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
	d.Desk.Session, d.Desk.Writing = s, d.Fake
	d.Keys = kit.CommandTable(nil, keyboard.Settings{})
	if docs := s.Project().Documents(); len(docs) > 0 {
		d.ArticleID = docs[0].ID
	}
	if err := d.engine.Load(&root{mounted: func(ctx app.Context) { d.Context = ctx }}); err != nil {
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
	done := make(chan struct{})
	go func() {
		defer close(done)
		d.Settle()
	}()
	for {
		select {
		case <-done:
			return
		case <-time.After(5 * time.Millisecond):
			go d.Settle() // does what is asked while the others wait for who asks
		}
	}
}

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
}

// OnPreRender hands the page's context on: where no browser is the engine mounts
// nothing.
func (r *root) OnPreRender(ctx app.Context) { r.mounted(ctx) }

// Render draws nothing.
func (r *root) Render() app.UI { return app.Div() }
