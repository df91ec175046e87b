package corpus

import "strings"

// Head says what the first lines of a text are. Each says what the ones before it say, and one thing more.
type Head int

// What the first lines of a text can be.
const (
	NoHead     Head = iota // nothing is known of them
	Headline               // the first line that is not blank is the headline
	Standfirst             // and the block after it is the standfirst
)

// HeadBlocks returns the blocks of the text that are its headline and standfirst, as far as its details name them. A
// line so long that it is drawn in pieces is neither. The caller must not modify the slice.
func (d *Document) HeadBlocks() []Block {
	l := d.laidOut()
	return l.blocks[:l.head]
}

// Body returns the text after headline and standfirst.
func (d *Document) Body() string {
	if head := d.HeadBlocks(); len(head) > 0 {
		return d.text[head[len(head)-1].End:]
	}
	return d.text
}

// Headed puts what front matter says of headline and standfirst where it belongs: it returns the details and the text
// of an article with this body, in which the title is the first line, the headline, and what comes next is the
// standfirst, if one is named. What the body begins with already is not put there again; put names the rest,
// "title" or "standfirst". They are set apart as the body sets its paragraphs apart.
func (m Matter) Headed(body string) (d Details, text string, put []string) {
	d, d.Head = m.Details, Headline
	gap := gapOf(body)
	var head string
	if end := firstLineEnd(body); sameWords(body[:end], m.Title) {
		head, body = body[:end], body[end:]
	} else {
		head, put = m.Title+gap, append(put, "title")
	}
	if m.Standfirst == "" {
		return d, head + body, put
	}
	d.Head = Standfirst
	if next := layOut(body, NoHead).blocks; len(next) == 0 || !sameWords(body[:next[0].End], m.Standfirst) {
		head, put = lineEnded(head)+m.Standfirst+gap, append(put, "standfirst")
	}
	return d, head + body, put
}

// gapOf is what stands between the paragraphs of a text.
func gapOf(text string) string {
	if strings.Contains(text, "\n\n") || isWrapped(text) {
		return "\n\n"
	}
	return "\n"
}

func lineEnded(text string) string {
	if strings.HasSuffix(text, "\n") {
		return text
	}
	return text + "\n"
}

// firstLineEnd is where the first line that is not blank ends, with the blank lines after it; 0 in a text that has
// none.
func firstLineEnd(text string) int {
	pos, started := 0, false
	for line := range strings.Lines(text) {
		if !isBlank(line) {
			if started {
				return pos
			}
			started = true
		}
		pos += len(line)
	}
	if !started {
		return 0
	}
	return pos
}

// sameWords reports whether two pieces of text say the same to a reader of a headline: Markdown's marks around them,
// white space, case and the form of quotation marks aside.
func sameWords(a, b string) bool { return plainWords(a) == plainWords(b) }

func plainWords(s string) string {
	words := strings.Join(strings.Fields(strings.Trim(s, "#*_ \n")), " ")
	return strings.ToLower(plainQuotes.Replace(words))
}

var plainQuotes = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`)
