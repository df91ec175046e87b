package monkey

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"

	"spanwise/app/e2e/chromium"
)

//go:embed person.js
var personScript string

// stage is the page in a browser, on a host and a profile of its own.
type stage struct {
	t      *probe
	tabs   []*chromium.Page
	at     int    // the tab that the person is at
	folder string // holds the files that may arrive
	own    []byte // the last export
	hand   hand
}

// expected are problems that a sitting brings about itself.
var expected = []string{
	"dialog (beforeunload)",     // the page asks before it is left
	"ERR_INTERNET_DISCONNECTED", // the network is off
}

// openStage opens the page. The script planted runs before the page's own.
func openStage(t testing.TB, planted string) *stage {
	s := &stage{t: &probe{TB: t}}
	problem := s.t.run(func() {
		p := chromium.Open(s.t, chromium.Options{Script: personScript + planted})
		s.tabs = []*chromium.Page{p}
		settle(p)
		s.folder = s.t.TempDir()
		s.writeFiles()
		s.waitSaved(p)
	})
	if problem != "" {
		s.Close()
		t.Fatalf("open the page: %s", problem)
	}
	return s
}

// settle prepares a page that was just opened. It takes away what was there before
// it: a finger that is drawn sideways makes some browsers go back there.
func settle(p *chromium.Page) {
	for _, text := range expected {
		p.Allow(text)
	}
	chromium.Command(p, page.ResetNavigationHistory, cdp.Empty{})
}

// writeFiles writes the files, each into a folder of its own, which keeps its
// name.
func (s *stage) writeFiles() {
	for i, f := range AllFiles() {
		folder := filepath.Join(s.folder, fmt.Sprint(i))
		if err := os.Mkdir(folder, 0o755); err != nil {
			s.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, f.Name), f.Data, 0o644); err != nil {
			s.t.Fatal(err)
		}
	}
}

// Do does an event, and looks whether all is well.
func (s *stage) Do(e Event) string {
	problem := s.t.run(func() { s.do(e) })
	if found := s.found(); found != "" {
		return found
	}
	for i := 0; i < 3 && strings.Contains(problem, leftBehind); i++ {
		problem = s.t.run(func() { s.waitSaved(s.tab()) })
	}
	return problem
}

// leftBehind is in what the browser says of a question to a page that is just
// being loaded anew, by the person or by the page itself.
const leftBehind = "Inspected target navigated"

// last is how long the rest of what a page says of a fault may take to come.
const last = 200 * time.Millisecond

// found is what the tabs' watchers have found.
func (s *stage) found() string {
	for _, p := range s.tabs {
		if len(p.Problems()) > 0 {
			time.Sleep(last)
			return strings.Join(p.Problems(), "\n")
		}
	}
	return ""
}

// Close ends the sitting.
func (s *stage) Close() { s.t.finish() }

// tab is the tab that the person is at.
func (s *stage) tab() *chromium.Page { return s.tabs[s.at] }

// ask calls one of the functions of person.js.
func ask[T any](p *chromium.Page, function string, args ...any) T {
	parts := make([]string, len(args))
	for i, arg := range args {
		data, err := json.Marshal(arg)
		if err != nil {
			panic(err) // nothing that is asked can fail
		}
		parts[i] = string(data)
	}
	return chromium.Eval[T](p, fmt.Sprintf("window.monkey.%s(%s)", function, strings.Join(parts, ",")))
}

// jsSpot is a Spot as person.js reads it.
type jsSpot struct {
	On string  `json:"on"`
	X  float64 `json:"x"`
	Y  float64 `json:"y"`
}

// points finds where places lie in the window; ok is false where one does not.
func (s *stage) points(spots ...Spot) (points []chromium.Point, ok bool) {
	list := make([]jsSpot, len(spots))
	for i, spot := range spots {
		list[i] = jsSpot(spot)
	}
	for _, p := range ask[[][]float64](s.tab(), "spots", list) {
		if len(p) != 2 {
			return nil, false
		}
		points = append(points, chromium.Point{X: p[0], Y: p[1]})
	}
	return points, len(points) == len(spots)
}
