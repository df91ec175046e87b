//go:build ignore

// Draws the program's icon, once as SVG and at the sizes that the manifest
// names as PNG, from one list of shapes. Run it in this folder: go run draw.go
package main

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"os"
	"strings"
)

type point struct{ x, y float64 }

// shape is a filled convex polygon on a 512 by 512 sheet.
type shape struct {
	fill   color.NRGBA
	points []point
}

var (
	paper  = color.NRGBA{0xfb, 0xfa, 0xf7, 0xff}
	grey   = color.NRGBA{0xb9, 0xb4, 0xaa, 0xff}
	ink    = color.NRGBA{0x2b, 0x29, 0x26, 0xff}
	ochre  = color.NRGBA{0x8f, 0x64, 0x00, 0xff}
	wood   = color.NRGBA{0xe4, 0xc4, 0x8a, 0xff}
	corner = 96.0
)

func main() {
	rounded := append([]shape{{paper, round(0, 0, 512, 512, corner)}}, drawing()...)
	full := append([]shape{{paper, round(0, 0, 512, 512, 0)}}, shrink(drawing(), 0.8)...)
	check(os.WriteFile("icon.svg", []byte(svg(rounded)), 0o644))
	writePNG("icon-192.png", rounded, 192)
	writePNG("icon-512.png", rounded, 512)
	writePNG("icon-maskable.png", full, 512)
}

// drawing is a text, a phrase of it underlined, and the pencil that did it.
func drawing() []shape {
	shapes := []shape{
		{grey, round(88, 112, 336, 32, 16)},
		{grey, round(88, 188, 184, 32, 16)},
		{ink, round(88, 288, 224, 36, 18)},
		{ochre, round(88, 348, 236, 28, 14)},
		{grey, round(88, 420, 150, 32, 16)},
	}
	// The pencil stands on the end of the underline and leans to the right.
	tip, angle := point{324, 362}, -math.Pi/4
	along := func(from, to, half float64) []point {
		return turn([]point{{from, -half}, {to, -half}, {to, half}, {from, half}}, angle, tip)
	}
	return append(shapes,
		shape{wood, turn([]point{{14, -7}, {64, -30}, {64, 30}, {14, 7}}, angle, tip)},
		shape{ink, turn([]point{{0, 0}, {26, -12.5}, {26, 12.5}}, angle, tip)},
		shape{ochre, along(64, 176, 30)},
		shape{ink, along(176, 196, 30)},
	)
}

// round is a rectangle whose corners have the given radius.
func round(x, y, w, h, r float64) []point {
	var points []point
	centres := []point{{x + w - r, y + r}, {x + w - r, y + h - r}, {x + r, y + h - r}, {x + r, y + r}}
	for i, c := range centres {
		for step := 0; step <= 12; step++ {
			a := float64(i-1)*math.Pi/2 + float64(step)*math.Pi/24
			points = append(points, point{c.x + r*math.Cos(a), c.y + r*math.Sin(a)})
		}
	}
	return points
}

// turn rotates points about the origin and moves them.
func turn(points []point, angle float64, to point) []point {
	sin, cos := math.Sincos(angle)
	turned := make([]point, len(points))
	for i, p := range points {
		turned[i] = point{to.x + p.x*cos - p.y*sin, to.y + p.x*sin + p.y*cos}
	}
	return turned
}

// shrink draws the shapes smaller about the middle: a maskable icon may lose
// everything outside the middle 80 percent.
func shrink(shapes []shape, factor float64) []shape {
	for _, s := range shapes {
		for i, p := range s.points {
			s.points[i] = point{256 + (p.x-256)*factor, 256 + (p.y-256)*factor}
		}
	}
	return shapes
}

func svg(shapes []shape) string {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">` + "\n")
	for _, s := range shapes {
		list := make([]string, len(s.points))
		for i, p := range s.points {
			list[i] = fmt.Sprintf("%.1f,%.1f", p.x, p.y)
		}
		fmt.Fprintf(&b, "<polygon fill=\"#%02x%02x%02x\" points=\"%s\"/>\n", s.fill.R, s.fill.G, s.fill.B, strings.Join(list, " "))
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// writePNG fills every pixel from 8 by 8 samples.
func writePNG(name string, shapes []shape, size int) {
	const samples = 8
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	scale := 512 / float64(size)
	for y := range size {
		for x := range size {
			var r, g, b, a float64
			for i := range samples * samples {
				p := point{(float64(x) + (float64(i%samples)+0.5)/samples) * scale, (float64(y) + (float64(i/samples)+0.5)/samples) * scale}
				c := at(shapes, p)
				if c.A > 0 {
					r, g, b, a = r+float64(c.R), g+float64(c.G), b+float64(c.B), a+1
				}
			}
			if a > 0 {
				img.SetNRGBA(x, y, color.NRGBA{uint8(r / a), uint8(g / a), uint8(b / a), uint8(255 * a / (samples * samples))})
			}
		}
	}
	file, err := os.Create(name)
	check(err)
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	check(encoder.Encode(file, img))
	check(file.Close())
}

// at is the colour of the topmost shape at a point.
func at(shapes []shape, p point) color.NRGBA {
	for i := len(shapes) - 1; i >= 0; i-- {
		if shapes[i].holds(p) {
			return shapes[i].fill
		}
	}
	return color.NRGBA{}
}

// holds says whether the point is on the same side of every edge.
func (s shape) holds(p point) bool {
	var left, right bool
	for i, a := range s.points {
		b := s.points[(i+1)%len(s.points)]
		cross := (b.x-a.x)*(p.y-a.y) - (b.y-a.y)*(p.x-a.x)
		left, right = left || cross > 0, right || cross < 0
	}
	return !(left && right)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
