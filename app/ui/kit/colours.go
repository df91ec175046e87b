package kit

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"

	"spanwise/annotations"
)

// lanes is how many underlines are drawn under one run. Spans that lie deeper
// are named on hover and in the list.
const lanes = 4

// The papers that text stands on, as in web/styles.css.
const (
	LightPaper = "#fbfaf7"
	DarkPaper  = "#191a1c"
)

// readable is the least contrast between a label's colour and the paper:
// WCAG 2.2, success criterion 1.4.3.
const readable = 4.5

// LabelRules writes the stylesheet of a scheme's labels: for each label its
// ink on light and on dark paper, and for each lane the classes that draw it.
func LabelRules(scheme *annotations.Scheme) string {
	var css strings.Builder
	css.WriteString(":root{")
	writeInks(&css, scheme, LightPaper)
	css.WriteString("}\n@media screen and (prefers-color-scheme: dark){:root{")
	writeInks(&css, scheme, DarkPaper)
	css.WriteString("}}\n")
	for i := range scheme.Labels {
		fmt.Fprintf(&css, ".label-%d{--ink:var(--ink-%d);--line:%s}\n", i, i, Pattern(i))
		for lane := range lanes {
			fmt.Fprintf(&css, ".%s{--line-%d:%s;--wash-%d:var(--wash-of-%d)}\n",
				LaneClass(lane, i), lane, Pattern(i), lane, i)
		}
		for lane := range theirLanes {
			fmt.Fprintf(&css, ".%s{--theirs-%d:%s}\n", TheirClass(lane, i), lane, dots(i))
		}
	}
	writePlain(&css, scheme)
	return css.String()
}

func writeInks(css *strings.Builder, scheme *annotations.Scheme, paper string) {
	for i, label := range scheme.Labels {
		ink := Legible(label.Color, paper)
		fmt.Fprintf(css, "--ink-%d:%s;--wash-of-%d:linear-gradient(%s26,%s26);", i, ink, i, ink, ink)
	}
}

// writePlain draws the underlines in the colour of the text for people whose
// system draws in its own colours: the pattern then says which label it is.
func writePlain(css *strings.Builder, scheme *annotations.Scheme) {
	css.WriteString("@media (forced-colors: active){:root{")
	for i := range scheme.Labels {
		fmt.Fprintf(css, "--ink-%d:CanvasText;--wash-of-%d:none;", i, i)
	}
	css.WriteString("}}\n")
}

// Pattern is the picture of a label's underline. Labels next to each other in
// the scheme differ in it, so that colour is never the only sign.
func Pattern(label int) string {
	ink := InkVariable(label)
	switch label % 4 {
	case 0:
		return fmt.Sprintf("linear-gradient(%s,%s)", ink, ink)
	case 1:
		return fmt.Sprintf("repeating-linear-gradient(90deg,%s 0 9px,transparent 9px 13px)", ink)
	case 2:
		return fmt.Sprintf("repeating-linear-gradient(90deg,%s 0 2px,transparent 2px 5px)", ink)
	default:
		return fmt.Sprintf("repeating-linear-gradient(90deg,%s 0 9px,transparent 9px 12px,%s 12px 14px,transparent 14px 17px)", ink, ink)
	}
}

// InkVariable is the colour of a label, by its index, as styles name it.
func InkVariable(label int) string { return fmt.Sprintf("var(--ink-%d)", label) }

// Legible returns the colour, made darker on light paper or lighter on dark
// paper just as far as it takes to be readable. A colour that is not #rrggbb
// counts as grey, so nothing but a colour ever gets into a stylesheet.
func Legible(colour, paper string) string {
	c, ok := parseColour(colour)
	if !ok {
		c = rgb{0.5, 0.5, 0.5}
	}
	ground, _ := parseColour(paper)
	target := rgb{0, 0, 0}
	if ground.luminance() < 0.5 {
		target = rgb{1, 1, 1}
	}
	const steps = 50
	mixed := func(step int) rgb { return c.mix(target, float64(step)/steps).rounded() }
	least := sort.Search(steps, func(step int) bool { return contrast(mixed(step), ground) >= readable })
	return mixed(least).String()
}

// rgb is a colour of the sRGB space, each part from 0 to 1.
type rgb struct{ r, g, b float64 }

func parseColour(s string) (rgb, bool) {
	if len(s) != 7 || s[0] != '#' {
		return rgb{}, false
	}
	v, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return rgb{}, false
	}
	part := func(shift uint) float64 { return float64(v>>shift&0xff) / 255 }
	return rgb{part(16), part(8), part(0)}, true
}

func (c rgb) String() string {
	part := func(v float64) int { return int(math.Round(v * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", part(c.r), part(c.g), part(c.b))
}

// rounded is the colour as it is written, in steps of 1/255.
func (c rgb) rounded() rgb {
	r, _ := parseColour(c.String())
	return r
}

func (c rgb) mix(other rgb, share float64) rgb {
	part := func(a, b float64) float64 { return a + (b-a)*share }
	return rgb{part(c.r, other.r), part(c.g, other.g), part(c.b, other.b)}
}

// luminance is the relative luminance of WCAG 2.2.
func (c rgb) luminance() float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b)
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b rgb) float64 {
	light, dark := a.luminance(), b.luminance()
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}
