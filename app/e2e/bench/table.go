package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// table is a heading, the names of the columns, and rows.
type table struct {
	title   string
	columns []string
	rows    [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// print writes the table for a terminal: the first column to the left, the
// others to the right, where figures belong.
func (t *table) print(w io.Writer) {
	if len(t.rows) == 0 {
		return
	}
	lines := append([][]string{t.columns}, t.rows...)
	widths := make([]int, len(t.columns))
	for _, cells := range lines {
		for i, cell := range cells {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	fmt.Fprintf(w, "\n%s\n\n", t.title)
	for _, cells := range lines {
		var b strings.Builder
		for i, cell := range cells {
			space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				b.WriteString("  " + cell + space)
			} else {
				b.WriteString("  " + space + cell)
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}

// none stands where there is no figure.
const none = "–"

// show is a value in its unit, with three digits; nanoseconds become what reads
// best.
func show(value float64, unit string) string {
	if unit == "ns/op" {
		for _, larger := range []string{"ns", "µs", "ms", "s"} {
			unit = larger
			if value < 1000 {
				break
			}
			if larger != "s" {
				value /= 1000
			}
		}
	}
	if unit == "" {
		return digits(value)
	}
	return digits(value) + " " + unit
}

// digits writes three digits and no exponent.
func digits(value float64) string {
	switch {
	case value == 0:
		return "0"
	case value < 10:
		return trimZeros(fmt.Sprintf("%.2f", value))
	case value < 100:
		return trimZeros(fmt.Sprintf("%.1f", value))
	default:
		return fmt.Sprintf("%.0f", value)
	}
}

func trimZeros(s string) string { return strings.TrimRight(strings.TrimRight(s, "0"), ".") }
