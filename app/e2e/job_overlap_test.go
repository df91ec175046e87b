package e2e

import (
	"maps"
	"regexp"
	"slices"
	"testing"

	"spanwise/app/e2e/chromium"
)

// TestOverlaps lays spans over each other.
func TestOverlaps(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		spansMayLieInsideOverAcrossAndUponEachOther,
		runsUnderDifferentSpansLookDifferentWithoutColour,
		oneWordMayCarryEveryLabelOnce,
	)
}

// run is a drawn piece of the text that carries spans: its text, what hovering
// it says, and a picture of its underlines.
type run struct{ Text, Title, Look string }

// runs reads the drawn runs of the open article. Their colours are taken out of
// the picture, which leaves what a person sees who sees none.
func runs(p *chromium.Page) []run {
	list := chromium.Eval[[]run](p, `[...document.querySelectorAll("mark")].map((m) => {
		const style = getComputedStyle(m);
		const lines = style.backgroundImage.split(/, (?=[a-z-]*gradient|none)/);
		const places = style.backgroundPosition.split(", "), sizes = style.backgroundSize.split(", ");
		const drawn = lines.map((line, i) => line === "none" ? "" : line + " " + sizes[i] + " " + places[i]).filter(Boolean);
		return { Text: m.textContent, Title: m.title, Look: drawn.join("\n") };
	})`)
	for i := range list {
		list[i].Look = colour.ReplaceAllString(list[i].Look, "ink")
	}
	return list
}

var colour = regexp.MustCompile(`(rgba?|color)\([^)]*\)`)

// titles are the texts of the runs and what hovering them says.
func titles(list []run) [][2]string {
	pairs := [][2]string{}
	for _, r := range list {
		pairs = append(pairs, [2]string{r.Text, r.Title})
	}
	return pairs
}

func spansMayLieInsideOverAcrossAndUponEachOther(t *testing.T, p *chromium.Page) {
	for _, c := range []struct {
		name, first, second string
		want                []string
		runs                [][2]string
	}{
		{"inside", "Its Foreign Minister, Prince Faisal bin Farhan", "Prince Faisal bin Farhan",
			[]string{"actor: Its Foreign Minister, Prince Faisal bin Farhan", "demand: Prince Faisal bin Farhan"},
			[][2]string{{"Its Foreign Minister, ", "Actor"}, {"Prince Faisal bin Farhan", "Actor + Demand"}}},
		{"over", "Foreign Minister", "Its Foreign Minister, Prince",
			[]string{"demand: Its Foreign Minister, Prince", "actor: Foreign Minister"},
			[][2]string{{"Its ", "Demand"}, {"Foreign Minister", "Demand + Actor"}, {", Prince", "Demand"}}},
		{"across", "Saudi Arabia is one", "one of the regional powers",
			[]string{"actor: Saudi Arabia is one", "demand: one of the regional powers"},
			[][2]string{{"Saudi Arabia is ", "Actor"}, {"one", "Actor + Demand"}, {" of the regional powers", "Demand"}}},
		{"identical", "regional powers", "regional powers",
			[]string{"actor: regional powers", "demand: regional powers"},
			[][2]string{{"regional powers", "Actor + Demand"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			startOver(t, p)
			mark(t, p, c.first, "1")
			mark(t, p, c.second, "2")
			title := bundled(t)[0].Title
			got := readExport(t, p).marks(title)
			if c.name == "identical" { // equal ranges are ordered by their random IDs
				same(t, "the export", sorted(c.want), sorted(got))
				same(t, "the runs' count", 1, len(runs(p)))
				return
			}
			same(t, "the export", c.want, got)
			expect(t, "the runs", c.runs, func() [][2]string { return titles(runs(p)) })
		})
	}
}

func runsUnderDifferentSpansLookDifferentWithoutColour(t *testing.T, p *chromium.Page) {
	for i, phrase := range []string{"his counterparts from Turkey", "counterparts", "Russia and Iran", "tries to end"} {
		mark(t, p, phrase, []string{"1", "2", "3", "4"}[i])
	}
	mark(t, p, "a government shut out", "1")
	mark(t, p, "government shut out", "2")
	mark(t, p, "government", "3")
	p.Press("Escape")
	expect(t, "the innermost run is drawn", true, func() bool {
		return slices.ContainsFunc(runs(p), func(r run) bool { return r.Title == "Actor + Demand + Date" })
	})
	looks := map[string]string{}
	for _, r := range runs(p) {
		if other, taken := looks[r.Look]; taken && other != r.Title {
			t.Errorf("%q looks like %q: %s", r.Title, other, r.Look)
		}
		looks[r.Look] = r.Title
	}
	same(t, "the looks", []string{"Actor", "Actor + Demand", "Actor + Demand + Date", "Date", "Source bias"},
		slices.Sorted(maps.Values(looks)))
}

func oneWordMayCarryEveryLabelOnce(t *testing.T, p *chromium.Page) {
	for _, key := range []string{"1", "2", "3", "4"} {
		mark(t, p, "Tunisia", key)
	}
	four := []string{"Actor Tunisia", "Date Tunisia", "Demand Tunisia", "Source bias Tunisia"}
	same(t, "the list", four, sorted(listed(p)))
	same(t, "the exported spans", 4, len(readExport(t, p).spans(bundled(t)[0].Title)))

	p.Select("Tunisia")
	expectPicked(t, p, "Tunisia")
	p.Press("1")
	expectShown(t, p, "Tunisia") // the span that is there already is chosen
	same(t, "the list after the first label again", four, sorted(listed(p)))
}
