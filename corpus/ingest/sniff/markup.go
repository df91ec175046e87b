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

var (
	prologue = pattern(`^(?s:\s+|<\?.*?\?>|<!--.*?-->)`)
	doctype  = pattern(`^(?i:<!doctype\s+([a-z][\w.:-]*)[^>\[]*(?:\[[^\]]*\])?[^>]*>)`)
	tag      = pattern(`^<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?:\s[^<>]*)?/?>`)
)

// readRoot reads the prologue and the first tag.
func readRoot(text string) (e element) {
	e.declared = strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "<?xml ")
	for {
		if found := prologue().FindString(text); found != "" {
			text = text[len(found):]
			continue
		}
		found := doctype().FindStringSubmatch(text)
		if found == nil {
			break
		}
		e.doctype = strings.ToLower(found[1])
		text = text[len(found[0]):]
	}
	if found := tag().FindStringSubmatch(text); found != nil {
		e.whole, e.name, e.beginsWith = found[0], found[2], true
	}
	return e
}

func isXMI(s *sample) Certainty {
	return when(s.root().name == "XMI" && strings.Contains(s.root().whole, "http:///uima/"), Certain)
}

func isTEI(s *sample) Certainty {
	e := s.root()
	named := e.name == "TEI" || e.name == "teiCorpus" || e.name == "TEI.2"
	return when(named && (strings.Contains(e.whole, "tei-c.org/ns") || strings.Contains(s.text, "<teiHeader")), Certain)
}

func isREFI(s *sample) Certainty {
	return when(strings.Contains(s.root().whole, "urn:QDA-XML:"), Certain)
}

func isSVG(s *sample) Certainty {
	return when(s.root().name == "svg" && strings.Contains(s.root().whole, "http://www.w3.org/2000/svg"), Certain)
}

// pageTags are elements that a page has and a text that merely quotes one seldom has closed.
var pageTags = pattern(`(?i)</(?:html|head|title|body|div|p|h[1-6]|a|span|table|ul|li|script|style|article|section)\s*>`)

// isHTML knows a page, or a good part of one, that begins with markup. That an article quotes some does not count.
func isHTML(s *sample) Certainty {
	e := s.root()
	name := strings.ToLower(e.name)
	closed := len(pageTags().FindAllString(s.text, 5))
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
func isXML(s *sample) Certainty {
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

func isRTF(s *sample) Certainty { return when(strings.HasPrefix(s.text, `{\rtf`), Certain) }
