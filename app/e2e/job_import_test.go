package e2e

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// TestImporting imports files that are damaged.
func TestImporting(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		aFileThatCannotBeTrustedIsRefusedWithWhatAndWhere,
		aFileThatCanBeRepairedIsRepairedAndThatIsSaid,
	)
}

// swap replaces the one place of a file that has the old text.
func swap(t *testing.T, data []byte, old, new string) []byte {
	t.Helper()
	if n := bytes.Count(data, []byte(old)); n != 1 {
		t.Fatalf("the export has %q %d times", old, n)
	}
	return bytes.Replace(data, []byte(old), []byte(new), 1)
}

func aFileThatCannotBeTrustedIsRefusedWithWhatAndWhere(t *testing.T, p *chromium.Page) {
	title := bundled(t)[0].Title
	mark(t, p, "Saudi Arabia", "1")
	waitSaved(p)
	data := export(p)
	span := readExport(t, p).spans(title)[0]
	place, named := span.Ranges[0], title[:30] // a notice shortens long titles
	offsets := fmt.Sprintf(`{"start": %d, "end": %d}`, place.Start, place.End)

	for _, c := range []struct {
		name string
		data []byte
		says []string
	}{
		{"cut off", data[:len(data)*2/3], []string{"line ", "column "}},
		{"newer", swap(t, data, `"version": 4`, `"version": 5`), []string{"written by a newer Spanwise (version 5; this one reads version 4)"}},
		{"another text", swap(t, data, "Some Arab capitals", "Some Arab towns"), []string{named, "SHA-256"}},
		{"an unknown label", swap(t, data, `"label": "actor"`, `"label": "agent"`), []string{"agent"}},
		{"a text that is nowhere", swap(t, data, `"text": "Saudi Arabia"`, `"text": "Saudi Aramco"`),
			[]string{named, fmt.Sprintf("%d–%d", place.Start, place.End), "Saudi Aramco", "Saudi Arabia"}},
		{"a range of nothing", swap(t, data, offsets, `{"start": 7, "end": 7}`), []string{named, "7–7"}},
		{"an unknown field", swap(t, data, `"origin": "person"`, `"origin": "person", "weight": 1`), []string{"weight"}},
		{"bytes that are no UTF-8", swap(t, data, "Some Arab capitals", "Some Arab c\xffpitals"), []string{"UTF-8"}},
		{"half a surrogate pair", swap(t, data, "Some Arab capitals", `Some Arab c\ud800pitals`), []string{"surrogate"}},
		{"a document twice", swap(t, data, `"id": "`+bundled(t)[1].ID+`"`, `"id": "`+bundled(t)[0].ID+`"`), []string{bundled(t)[0].ID}},
	} {
		name := strings.ReplaceAll(c.name, " ", "-") + ".json"
		importFile(p, write(t, name, c.data))
		expectNotice(t, p, append(c.says, name+" was not imported", "Nothing here was changed.")...)
		if !bytes.Equal(data, export(p)) {
			t.Errorf("%s: a file that was refused changed the work", c.name)
		}
		p.Click("button", "Put this notice away")
		expect(t, "the notices", "", func() string { return notices(p) })
	}
	expectListed(t, p, "Actor Saudi Arabia")
	expect(t, "the open text", bundled(t)[0].Text(), p.ArticleText)
}

func aFileThatCanBeRepairedIsRepairedAndThatIsSaid(t *testing.T, p *chromium.Page) {
	bringText(t, p, "Emoji", "👩‍👩‍👧 met 😀 in Moscow.\nThen 😀 left Moscow.\n")
	markNth(t, p, "Moscow", 0, "1")
	data := export(p)
	inCodePoints := `{"start": 15, "end": 21}`
	bare := p.Download(func() {
		p.Click("button", "Undo")
		expectListed(t, p)
		p.Click("button", "Export")
	}).Data

	for _, c := range []struct {
		name string
		data []byte
		says []string
	}{
		{"UTF-16", swap(t, data, inCodePoints, `{"start": 19, "end": 25}`), []string{"UTF-16", "Emoji", "converted"}},
		{"bytes", swap(t, data, inCodePoints, `{"start": 31, "end": 37}`), []string{"bytes", "Emoji", "converted"}},
		{"moved", swap(t, data, inCodePoints, `{"start": 13, "end": 19}`), []string{"moved from 13–19 to 15–21", "Emoji"}},
		{"mark", append([]byte("\ufeff"), data...), []string{"byte order mark"}},
	} {
		mergeFile(p, write(t, c.name+".json", c.data))
		expectNotice(t, p, append(c.says, "Imported "+c.name+".json")...)
		expectListed(t, p, "Actor Moscow")
		same(t, c.name+": the offsets", 15, readExport(t, p).spans("Emoji")[0].Ranges[0].Start)
		p.Click("button", "Take it back")
		expectListed(t, p)
		if !bytes.Equal(bare, export(p)) {
			t.Errorf("%s: taking the import back does not give the work as it was", c.name)
		}
	}
}
