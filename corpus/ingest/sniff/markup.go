package sniff

import (
	"strings"
)

// element is the first element of a text that begins as XML or HTML does.
type element struct {
	name       string // without its namespace's prefix
	whole      string // the tag, with its attributes
	declared   bool   // an XML declaration goes before
	doctype    string // in lower case
	beginsWith bool   // nothing but such things goes before
}

// readRoot reads the prologue and the first tag.
func readRoot(text string) (e element) {
	e.declared = strings.HasPrefix(strings.TrimLeft(text, white), "<?xml ")
	for {
		text = strings.TrimLeft(text, white)
		end := ""
		switch {
		case strings.HasPrefix(text, "<?"):
			end = "?>"
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		case strings.HasPrefix(strings.ToLower(text[:min(len(text), 10)]), "<!doctype "):
			end = ">"
		default:
			e.whole, e.name = readTag(text)
			e.beginsWith = e.name != ""
			return e
		}
		at := strings.Index(text, end)
		if at < 0 {
			return e
		}
		if end == ">" {
			e.doctype, at = readDoctype(text, at)
		}
		text = text[at+len(end):]
	}
}

const white = " \t\r\n\f"

// readDoctype gives the name that a document type has, in lower case, and where the declaration ends, which may have
// a part in brackets.
func readDoctype(text string, end int) (name string, at int) {
	name, _, _ = strings.Cut(strings.ToLower(strings.Trim(text[len("<!doctype "):end], white)), " ")
	if open := strings.IndexByte(text, '['); open >= 0 && open < end {
		if shut := strings.Index(text[open:], "]"); shut >= 0 {
			if after := strings.IndexByte(text[open+shut:], '>'); after >= 0 {
				end = open + shut + after
			}
		}
	}
	return strings.TrimRight(name, ">["), end
}

// readTag reads a tag that opens at the start of a text, and gives its name without the prefix of a namespace.
func readTag(text string) (whole, name string) {
	end := strings.IndexByte(text, '>')
	if end < 2 || text[0] != '<' || strings.IndexByte(text[1:end], '<') >= 0 {
		return "", ""
	}
	whole = text[:end+1]
	name = strings.TrimSuffix(whole[1:end], "/")
	if at := strings.IndexAny(name, white); at >= 0 {
		name = name[:at]
	}
	if _, local, prefixed := strings.Cut(name, ":"); prefixed {
		name = local
	}
	if name == "" || strings.Trim(name, nameChars) != "" || strings.IndexByte("0123456789.-", name[0]) >= 0 {
		return "", ""
	}
	return whole, name
}

const nameChars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-"

func isXMI(s *Sample) Certainty {
	return when(s.root().name == "XMI" && strings.Contains(s.root().whole, "http:///uima/"), Certain)
}

func isTEI(s *Sample) Certainty {
	e := s.root()
	named := e.name == "TEI" || e.name == "teiCorpus" || e.name == "TEI.2"
	return when(named && (strings.Contains(e.whole, "tei-c.org/ns") || strings.Contains(s.text, "<teiHeader")), Certain)
}

func isREFI(s *Sample) Certainty {
	return when(strings.Contains(s.root().whole, "urn:QDA-XML:"), Certain)
}

func isSVG(s *Sample) Certainty {
	return when(s.root().name == "svg" && strings.Contains(s.root().whole, "http://www.w3.org/2000/svg"), Certain)
}

// pageTags are elements that a page has and a text that merely quotes one seldom has closed.
const pageTags = " html head title body div p h1 h2 h3 h4 h5 h6 a span table ul li script style article section "

// closedTags counts the closing tags of such elements, to a few.
func closedTags(text string) (n int) {
	const enough = 5
	for n < enough {
		_, rest, found := strings.Cut(text, "</")
		if !found {
			break
		}
		text = rest
		if end := strings.IndexByte(text, '>'); end > 0 && strings.Contains(pageTags, " "+strings.ToLower(strings.TrimRight(text[:end], white))+" ") {
			n++
		}
	}
	return n
}

// isHTML knows a page, or a good part of one, that begins with markup. That an article quotes some does not count.
func isHTML(s *Sample) Certainty {
	e := s.root()
	name := strings.ToLower(e.name)
	closed := closedTags(s.text)
	page := e.doctype == "html" || name == "html" || strings.Contains(e.whole, "http://www.w3.org/1999/xhtml")
	switch {
	case !e.beginsWith && e.doctype != "html":
		return No
	case page && (closed > 0 || name == "html" || name == "head"):
		return Certain
	case strings.Contains(" head body title meta div p h1 h2 a span table ul ol article section main script style link ", " "+name+" "):
		return max(when(closed >= 3, Likely), when(closed > 0, Perhaps))
	}
	return Perhaps
}

// isXML knows a text that says so itself, or one whose first element is closed by its last tag.
func isXML(s *Sample) Certainty {
	e := s.root()
	if !e.beginsWith {
		return No
	}
	if e.declared {
		return Certain
	}
	text := strings.TrimRight(s.text, " \t\r\n")
	closed := strings.HasSuffix(text, ":"+e.name+">") || strings.HasSuffix(text, "</"+e.name+">")
	switch {
	case s.all && (closed || text == e.whole):
		return Likely
	case strings.Contains(e.whole, "xmlns"):
		return Likely
	}
	return Perhaps
}

func isRTF(s *Sample) Certainty { return when(strings.HasPrefix(s.text, `{\rtf`), Certain) }
