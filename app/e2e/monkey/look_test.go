package monkey

import (
	"fmt"
	"strings"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/e2e/chromium"
)

// patience is how long a page gets to come to rest.
const patience = time.Minute

// sight is what is seen on a page.
type sight struct {
	Program string
	Saving  string
	Text    *string // of the article that is drawn, nil without one
	Meddled bool    // others have changed what is drawn
	Address string
	Said    string // the beginning of all that the page says
}

// waitSaved waits until a page says that all is saved, and tries again where it
// says that something was not.
func (s *stage) waitSaved(p *chromium.Page) sight {
	var seen sight
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		seen = look(p)
		switch {
		case seen.Program == "failed" || seen.Program == "stopped":
			s.t.Fatalf("the program has %s: %s", seen.Program, seen.Said)
		case seen.Saving == "Saved":
			return seen
		case seen.Saving == "Not saved":
			ask[any](p, "retry")
		}
	}
	s.t.Fatalf("the page does not come to rest, it says %q: %s", seen.Saving, seen.Said)
	return seen
}

// look looks at a page; at one that is just being loaded anew nothing is seen.
func look(p *chromium.Page) sight {
	return chromium.Eval[sight](p, "window.monkey ? monkey.seen() : {}")
}

// rest waits until the person's tab has come to rest, and looks at it.
func (s *stage) rest() {
	s.letGo()
	s.waitSaved(s.tab())
	s.own = s.export(s.tab())
	s.check(s.own)
	s.checkDrawn(s.tab())
}

// export is what a page exports.
func (s *stage) export(p *chromium.Page) []byte {
	file := chromium.Eval[*string](p, "window.monkey.export()")
	if file == nil {
		s.t.Fatalf("the page exports nothing: %s", ask[sight](p, "seen").Said)
	}
	return []byte(*file)
}

// check holds an export to the rules of the format.
func (s *stage) check(data []byte) {
	_, repairs, err := spanwise.Read(data, nil)
	if err != nil || len(repairs) > 0 {
		s.t.Fatalf("the export cannot be read as it is: %v %q", err, repairs)
	}
	if wrong := misplaced(data); wrong != "" {
		s.t.Fatalf("a span's text is not where it says: %s", wrong)
	}
}

// checkDrawn holds what is drawn to the articles. A file may just be coming in.
func (s *stage) checkDrawn(p *chromium.Page) {
	var seen sight
	for end := time.Now().Add(3 * time.Second); time.Now().Before(end); time.Sleep(news) {
		seen = ask[sight](p, "seen")
		project, _, err := spanwise.Read(s.export(p), nil)
		if err != nil || seen.Text == nil || seen.Meddled || holds(project, *seen.Text) {
			return
		}
	}
	s.t.Fatalf("what is drawn is the text of no article: %q", shortened(*seen.Text))
}

// holds says whether a text is that of one of the project's documents.
func holds(p *annotations.Project, text string) bool {
	for _, doc := range p.Documents() {
		if doc.Text() == text {
			return true
		}
	}
	return false
}

// audit holds what every tab exports to what the journal replays: in a tab that is
// opened after all said that they have saved, and in the person's own when it is
// loaded anew.
func (s *stage) audit() {
	s.letGo()
	for _, p := range s.tabs {
		s.waitSaved(p)
	}
	address := ask[sight](s.tab(), "seen").Address
	fresh := s.another()
	defer fresh.Close()
	s.waitSaved(fresh)
	kept := s.export(fresh)
	for _, p := range s.tabs {
		if ask[sight](p, "seen").Address == address {
			s.same("what a tab shows is not what the journal holds", kept, func() []byte { return s.export(p) })
		}
	}
	if later := s.settled(fresh); later != string(kept) {
		s.t.Fatalf("Saved was said before all was kept (-kept then +kept later):\n%s", difference(string(kept), later))
	}
	s.check(kept)
	s.toFront()
	s.checkDrawn(s.tab())
	s.tab().Reload()
	s.waitSaved(s.tab())
	s.same("a reload exports something else", kept, func() []byte { return s.export(s.tab()) })
	s.checkDrawn(s.tab())
}

// settled is what a page exports when all tabs are saved once more: an export
// keeps what was still being typed, which must have been kept before.
func (s *stage) settled(fresh *chromium.Page) string {
	for _, p := range s.tabs {
		s.waitSaved(p)
	}
	time.Sleep(news)
	return string(s.export(fresh))
}

// news is how long a tab may take to hear what another one has saved.
const news = 100 * time.Millisecond

// same waits until what is exported is what it should be: a tab hears a little
// later what others have done.
func (s *stage) same(what string, want []byte, got func() []byte) {
	var data []byte
	for end := time.Now().Add(3 * time.Second); time.Now().Before(end); time.Sleep(news) {
		if data = got(); string(data) == string(want) {
			return
		}
	}
	s.t.Fatalf("%s (-kept +exported):\n%s", what, difference(string(want), string(data)))
}

// longestDifference is how many bytes of one are shown.
const longestDifference = 3000

func difference(want, got string) string {
	diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n"))
	return shortened(diff)
}

func shortened(text string) string {
	if len(text) <= longestDifference {
		return text
	}
	return fmt.Sprintf("%s… (%d bytes more)", strings.ToValidUTF8(text[:longestDifference], ""), len(text)-longestDifference)
}
