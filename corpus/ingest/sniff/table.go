package sniff

import "strings"

// grid is a text cut into rows and cells at a delimiter.
type grid struct {
	rows   [][]string
	quoted int // cells in quotes
	spaced int // cells that begin with a space, as what follows a comma in running text does
	cells  int
}

// mostRows is how many rows of a table are looked at.
const mostRows = 60

// readGrid cuts the head of a text as RFC 4180 says, with any delimiter. It reports false where quotes do not fit.
func readGrid(text string, delimiter byte, all bool) (g grid, ok bool) {
	row := []string{}
	for text != "" && len(g.rows) < mostRows {
		cell, rest, quoted, ok := readCell(text, delimiter)
		if !ok {
			return g, false
		}
		if quoted {
			g.quoted++
		}
		if strings.HasPrefix(cell, " ") {
			g.spaced++
		}
		g.cells++
		row = append(row, cell)
		if rest != "" && rest[0] == delimiter {
			text = rest[1:]
			continue
		}
		ended := rest != ""
		text = strings.TrimPrefix(strings.TrimPrefix(rest, "\r"), "\n")
		if (ended || all) && (len(row) > 1 || row[0] != "") {
			g.rows = append(g.rows, row)
		}
		row = nil
	}
	return g, true
}

// readCell reads a cell, to the delimiter, line end or end of the text after it.
func readCell(text string, delimiter byte) (cell, rest string, quoted, ok bool) {
	if text[0] != '"' {
		end := strings.IndexAny(text, string(delimiter)+"\r\n")
		if end < 0 {
			end = len(text)
		}
		return text[:end], text[end:], false, true
	}
	for i := 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		rest := text[i+1:]
		return text[1:i], rest, true, rest == "" || rest[0] == delimiter || rest[0] == '\n' || rest[0] == '\r'
	}
	return "", "", true, false
}

// regular reports whether the rows have as many cells each, two or more.
func (g grid) regular() bool {
	if len(g.rows) < 2 || len(g.rows[0]) < 2 {
		return false
	}
	for _, row := range g.rows {
		if len(row) != len(g.rows[0]) {
			return false
		}
	}
	return true
}

// headed reports whether the first row names columns: in short, different words that are no sentence.
func (g grid) headed() bool {
	seen := map[string]bool{}
	for _, cell := range g.rows[0] {
		cell = strings.TrimSpace(cell)
		if cell == "" || len(cell) > 40 || seen[cell] || strings.ContainsAny(cell[len(cell)-1:], ".,;:!?") || strings.Count(cell, " ") > 3 {
			return false
		}
		seen[cell] = true
	}
	return true
}

// isTSV asks for tabs in every line, the same number in each: running text has them here and there.
func isTSV(s *Sample) Certainty {
	g, ok := readGrid(s.text, '\t', s.all)
	switch {
	case !ok || !g.regular():
		return No
	case len(g.rows) > 2 && (len(g.rows[0]) > 2 || g.headed()):
		return Likely
	}
	return Perhaps
}

// isCSV asks for more than as many commas in each line, which a poem may have: columns that are named, or cells in
// quotes, and no space after the commas.
func isCSV(s *Sample) Certainty {
	best := No
	for _, delimiter := range []byte(",;|") {
		g, ok := readGrid(s.text, delimiter, s.all)
		if !ok || !g.regular() {
			continue
		}
		sure := Perhaps
		named := g.headed() && (len(g.rows) > 2 || len(g.rows[0]) > 2)
		if g.spaced*5 < g.cells && (named || g.quoted*3 > g.cells && len(g.rows) > 1) {
			sure = Likely
		}
		best = max(best, sure)
	}
	return best
}
