package projects

import (
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/app/ui/uitest"
)

func TestTheAddressNamesAProjectOrNone(t *testing.T) {
	cases := map[string]string{
		"project=1": "1", "project=4qee3di42p": "4qee3di42p",
		"": "", "project=": "", "project": "", "1": "", "article=1": "", "project=../x": "", "project=ABC": "", "project=a%20b": "",
	}
	for fragment, want := range cases {
		if got := addressed(fragment); got != want {
			t.Errorf("%q names %q, want %q", fragment, got, want)
		}
	}
}

func TestAProjectThatIsNotThereIsNotMadeButAnotherOpened(t *testing.T) {
	first, second := &browser.Project{ID: browser.FirstProject}, &browser.Project{ID: "abc", Name: "Haiti"}
	cases := []struct {
		name, wanted string
		there        []*browser.Project
		want         string
		why          string
	}{
		{"there", "abc", []*browser.Project{first, second}, "abc", "as asked for"},
		{"gone", "xyz", []*browser.Project{second, first}, "abc", "the one used last"},
		{"the first is gone", browser.FirstProject, []*browser.Project{second}, "abc", "it was deleted"},
		{"none is there", "xyz", nil, browser.FirstProject, "the storage was cleared: it begins anew"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := projectToOpen(c.wanted, c.there); got.ID != c.want {
				t.Errorf("opened %q, want %q (%s)", got.ID, c.want, c.why)
			}
		})
	}
}

func TestACopyHasANameThatNoOtherProjectHas(t *testing.T) {
	taken := []*browser.Project{{ID: browser.FirstProject}, {ID: "a", Name: "Haiti"}}
	for _, want := range []string{"Haiti (copy)", "Haiti (copy 2)", "Haiti (copy 3)"} {
		got := copyName("Haiti", taken)
		if got != want {
			t.Errorf("name %q, want %q", got, want)
		}
		taken = append(taken, &browser.Project{ID: got, Name: got})
	}
	if got := copyName(kit.ProjectTitle(*taken[0]), taken); got != "First project (copy)" {
		t.Errorf("name %q", got)
	}
}

func TestAProjectIsSaidWithWhatItHoldsAndWhenItWasOpened(t *testing.T) {
	cases := []struct {
		project browser.Project
		want    string
	}{
		{browser.Project{Created: uitest.Noon, Opened: uitest.Noon, Articles: 5, Spans: 1}, "5 articles · 1 span · opened today at 12:03"},
		{browser.Project{Created: uitest.Noon, Opened: uitest.Noon.AddDate(0, 0, -9)}, "0 articles · 0 spans · opened 14 November 2026 at 12:03"},
		{browser.Project{Created: uitest.Noon, Articles: 1}, "1 article · 0 spans · never opened"},
		{browser.Project{}, "Found again in this browser. Open it to see what is in it."},
	}
	for _, c := range cases {
		if got := projectWords(c.project, uitest.Noon); got != c.want {
			t.Errorf("%+v: %q, want %q", c.project, got, c.want)
		}
	}
}

func TestTheLastExportOfAProjectIsSaid(t *testing.T) {
	cases := []struct {
		exported desk.Moment
		want     string
	}{
		{desk.Moment{}, "It has never been exported."},
		{desk.Moment{At: uitest.Noon, Edits: 12}, "Last export: Today at 12:03 (28 edits ago)."},
	}
	for _, c := range cases {
		if got := exportedWords(c.exported, uitest.Noon, 40); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestAFileTakesLettersAndDigitsOfTheProjectsName(t *testing.T) {
	cases := map[string]string{
		"":                          "spanwise-2026-11-23.json",
		"Haiti":                     "spanwise-Haiti-2026-11-23.json",
		"../a\\b:c*?":               "spanwise-a-b-c-2026-11-23.json",
		"مشروع १ कि":                "spanwise-مشروع-१-कि-2026-11-23.json",
		"🎉":                         "spanwise-2026-11-23.json",
		strings.Repeat("wort ", 20): "spanwise-wort-wort-wort-wort-wort-wort-wort-wort-2026-11-23.json",
	}
	for name, want := range cases {
		if got := kit.ExportName(name, uitest.Noon); got != want {
			t.Errorf("of %q: %q, want %q", name, got, want)
		}
	}
}

func TestANameIsOneLineWithoutWhiteSpaceAroundIt(t *testing.T) {
	for typed, want := range map[string]string{" a  b\n": "a b", "\t ": "", "مشروع": "مشروع"} {
		if got := cleanName(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}

func TestANewProjectBeginsWithWhatIsAskedFor(t *testing.T) {
	own := annotations.DefaultScheme()
	own.Name = "Our own"
	s, _, err := session.Open(t.Context(), session.Start{Scheme: own})
	if err != nil {
		t.Fatal(err)
	}
	articles, err := desk.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	usual := annotations.DefaultScheme().Name
	cases := []struct {
		practice, takeScheme bool
		articles             int
		scheme               string
	}{
		{true, false, len(articles), usual},
		{false, false, 0, usual},
		{true, true, len(articles), "Our own"},
		{false, true, 0, "Our own"},
	}
	for _, c := range cases {
		got, err := roomOf(s).newProject(c.practice, c.takeScheme)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(got.Documents()); n != c.articles || got.Scheme().Name != c.scheme {
			t.Errorf("%+v: %d articles and the scheme %q", c, n, got.Scheme().Name)
		}
	}
}

func TestOnlyTheFirstProjectGetsArticlesByItself(t *testing.T) {
	first, err := ArticlesOf(browser.FirstProject)
	if err != nil || len(first) == 0 {
		t.Errorf("error %v, %d articles for the first", err, len(first))
	}
	if other, err := ArticlesOf("abc"); err != nil || other != nil {
		t.Errorf("error %v, %d articles for another, where a person may have removed them", err, len(other))
	}
}

// roomOf is the room of projects while a session is open.
func roomOf(s *session.Session) *Room {
	room := New(desk.New(nil))
	room.desk.Session = s
	return room
}
