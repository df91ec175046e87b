package scheme

import (
	"fmt"
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// schemeColour is a colour that labels are offered.
type schemeColour struct{ Value, Name string }

// schemeColours can be told apart on paper of either kind, also by most people
// who see colours differently: the first seven are those of Okabe and Ito (2008)
// that are dark enough to be read.
var schemeColours = []schemeColour{
	{"#0072B2", "Blue"}, {"#D55E00", "Vermilion"}, {"#009E73", "Green"}, {"#CC79A7", "Pink"},
	{"#56B4E9", "Sky blue"}, {"#E69F00", "Orange"}, {"#5B6B7A", "Slate"}, {"#7B4FA3", "Purple"},
	{"#8A5A44", "Brown"}, {"#6B8E00", "Olive"}, {"#B2182B", "Red"}, {"#00808F", "Teal"},
}

// freshColour is the first of them that no label has, or else the one that
// comes next.
func freshColour(labels []annotations.Label) string {
	for _, c := range schemeColours {
		if !slices.ContainsFunc(labels, func(l annotations.Label) bool { return strings.EqualFold(l.Color, c.Value) }) {
			return c.Value
		}
	}
	return schemeColours[len(labels)%len(schemeColours)].Value
}

// draftRules writes the stylesheet of a draft's labels and tags, and of the
// colours to choose from.
func draftRules(s *annotations.Scheme) string {
	var light, dark strings.Builder
	ink := func(class, colour string, line int) {
		pattern := strings.ReplaceAll(kit.Pattern(line), kit.InkVariable(line), "var(--ink)")
		fmt.Fprintf(&light, ".%s{--ink:%s;--line:%s}\n", class, kit.Legible(colour, kit.LightPaper), pattern)
		fmt.Fprintf(&dark, ".%s{--ink:%s}\n", class, kit.Legible(colour, kit.DarkPaper))
	}
	for i, l := range s.Labels {
		ink(draftClass(labelPart, i), l.Color, i)
	}
	for i, l := range s.Tags {
		ink(draftClass(tagPart, i), l.Color, 0)
	}
	for i, c := range schemeColours {
		ink(fmt.Sprint("colour-", i), c.Value, 0)
	}
	return light.String() + "@media screen and (prefers-color-scheme: dark){" + dark.String() + "}\n"
}

func draftClass(kind partKind, at int) string { return fmt.Sprint("draft-", kind, "-", at) }
