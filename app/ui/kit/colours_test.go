package kit

import (
	"strings"
	"testing"

	"spanwise/annotations"
)

func TestLabelsAreReadableOnBothPapers(t *testing.T) {
	colours := []string{"#ffff00", "#000000", "#ffffff", "#808080", "red", "", "#12345", "#zzzzzz", "#0000001;}"}
	for _, label := range annotations.DefaultScheme().Labels {
		colours = append(colours, label.Color)
	}
	for _, paper := range []string{LightPaper, DarkPaper} {
		ground, ok := parseColour(paper)
		if !ok {
			t.Fatalf("the paper %q is not a colour", paper)
		}
		for _, colour := range colours {
			ink, ok := parseColour(Legible(colour, paper))
			if !ok {
				t.Errorf("legible(%q, %s) = %q, which is not a colour", colour, paper, Legible(colour, paper))
				continue
			}
			if got := contrast(ink, ground); got < readable {
				t.Errorf("%q on %s became %s, contrast %.2f, want at least %.1f", colour, paper, ink, got, readable)
			}
		}
	}
}

func TestAColourThatIsReadableStaysAsItIs(t *testing.T) {
	if got := Legible("#0072b2", LightPaper); got != "#0072b2" {
		t.Errorf("legible changed a readable colour to %s", got)
	}
}

func TestContrastIsThatOfTheStandard(t *testing.T) {
	black, white := rgb{0, 0, 0}, rgb{1, 1, 1}
	if got := contrast(black, white); got != 21 {
		t.Errorf("black on white has a contrast of %v, want 21", got)
	}
	if got := contrast(white, white); got != 1 {
		t.Errorf("white on white has a contrast of %v, want 1", got)
	}
}

func TestNothingButColoursGetsIntoTheStylesheet(t *testing.T) {
	hostile := &annotations.Scheme{Labels: []annotations.Label{
		{ID: "a}</style>", Name: "{}", Color: "red;}body{display:none}"},
	}}
	rules := LabelRules(hostile)
	for _, bad := range []string{"display", "</style>", "a}"} {
		if strings.Contains(rules, bad) {
			t.Errorf("the stylesheet holds %q", bad)
		}
	}
}

func TestNeighbouringLabelsDifferInPattern(t *testing.T) {
	seen := map[string]int{}
	for i := range 4 {
		shape := strings.ReplaceAll(Pattern(i), InkVariable(i), "ink")
		if other, ok := seen[shape]; ok {
			t.Errorf("labels %d and %d have the same underline", other, i)
		}
		seen[shape] = i
	}
}
