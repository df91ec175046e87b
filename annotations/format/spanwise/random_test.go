package spanwise

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"runtime"
	"testing"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/samples"
	"spanwise/corpus"
)

// randomFile is a file that is whole and in which hardly anything fits.
func randomFile(r *rand.Rand) []byte {
	type object = map[string]any
	pick := func(values ...any) any { return values[r.IntN(len(values))] }
	id := func() any { return pick("", "a", "b", "a-2", "c", "__proto__") }
	several := func(most int, one func() any) []any {
		list := []any{}
		for range r.IntN(most + 1) {
			list = append(list, one())
		}
		return list
	}
	text := func() any {
		return pick("", "a b a b", "\U0001F600 é\u0301 a\nb", "\ufeffa\r\nb\ra", "a", "a … b")
	}
	time := func() any {
		return pick("", "2026-11-23T04:00:00.000Z", "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59-14:00", "2026-11-23T04:00:00+01:00", "now")
	}
	likely := func() any { return pick("a", "a", "b", id()) }
	maybe := func(o object, name string, value any) object {
		if r.IntN(2) == 0 {
			o[name] = value
		}
		return o
	}
	word := func() any { return pick("", "a", "b", "2", "true", "person") }
	option := func() any { return object{"id": likely(), "name": pick("", "O")} }
	attribute := func() any {
		if r.IntN(3) == 0 {
			return object{"id": "e", "name": "E", "type": "entry", "several": true}
		}
		a := object{"id": likely(), "name": pick("", "A"), "type": pick("text", "text", "choice", "choices", "flag", "number", "date", "entry", "")}
		maybe(maybe(a, "options", several(4, option)), "default", several(2, word))
		maybe(maybe(maybe(a, "min", pick("", "1", "x")), "max", pick("0", "3")), "offers", id())
		maybe(maybe(a, "labels", several(2, likely)), "several", true)
		return a
	}
	label := func() any {
		l := object{"id": likely(), "name": pick("", "A"), "key": pick("", "1", "2", "12"), "color": pick("#000000", "#0072B2", "red", ""), "definition": ""}
		maybe(maybe(l, "attributes", several(3, attribute)), "parent", id())
		return maybe(maybe(l, "entry", pick("optional", "required", "never")), "no_overlap", true)
	}
	values := func() any {
		v := object{}
		for range r.IntN(3) {
			v["e"] = object{"entries": several(3, likely)}
			v[likely().(string)] = pick("", "a", 2, 1.5, true, several(3, likely), object{"type": "DATE", "value": "2026"}, object{"entries": several(3, likely)})
		}
		return v
	}
	tag := func() any { return maybe(object{"label": likely()}, "attributes", values()) }
	document := func() any {
		d := object{"id": likely(), "title": pick("", "T"), "outlet": "", "language": "", "published": "", "url": "", "note": "", "sha256": pick("", corpus.HexSHA256("a b a b")), "text": text()}
		return maybe(d, "head", pick([]string{"headline"}, []string{"headline", "standfirst"}))
	}
	oneRange := func() any { return object{"start": r.IntN(9) - 1, "end": pick(r.IntN(9), 3, 1<<62)} }
	span := func() any {
		s := object{"id": likely(), "label": likely(), "ranges": several(4, oneRange), "text": text(), "note": "", "origin": pick("person", "import", ""), "created": time(), "modified": time()}
		return maybe(maybe(s, "entry", likely()), "attributes", values())
	}
	annotator := func() any { return object{"id": pick("annotator-1", "a", "b", ""), "name": pick("", "N")} }
	who := func() any { return pick("annotator-1", "annotator-1", "a", "b", "") }
	set := func() any {
		s := object{"document": likely(), "annotator": who(), "state": pick("open", "done", ""), "spans": several(6, span)}
		return maybe(maybe(s, "note", word()), "tags", several(3, tag))
	}
	entry := func() any {
		return maybe(object{"id": likely(), "label": likely(), "name": word()}, "aliases", several(2, word))
	}
	place := func() any { return object{"document": likely(), "span": likely()} }
	relation := func() any {
		l := object{"id": id(), "label": likely(), "from": place(), "to": place(), "origin": pick("person", ""), "created": time(), "modified": time()}
		return maybe(maybe(l, "annotator", who()), "note", word())
	}
	relationLabel := func() any {
		return maybe(object{"id": likely(), "name": word()}, "from", several(2, id))
	}
	scheme := object{"name": "", "labels": several(4, label)}
	maybe(maybe(scheme, "tags", several(3, label)), "relations", several(3, relationLabel))
	file := object{"format": "spanwise", "version": 1 + r.IntN(4), "offsets": "code points",
		"scheme": scheme, "documents": several(4, document), "sets": several(4, set)}
	maybe(maybe(file, "annotators", several(3, annotator)), "register", several(4, entry))
	data, err := json.Marshal(maybe(maybe(file, "relations", several(6, relation)), "name", word()))
	if err != nil {
		panic(err)
	}
	return data
}

func TestRandomBrokenFilesAreRepaired(t *testing.T) {
	seed := rand.Uint64()
	files := 5000
	if testing.Short() || runtime.GOARCH == "wasm" {
		files = 500
	}
	var kept tally
	for i := range uint64(files) {
		data := randomFile(rand.New(rand.NewPCG(seed, i)))
		_, _, err := Read(data, nil)
		var broken *format.BrokenError
		if err != nil && !errors.As(err, &broken) {
			t.Fatalf("seed %d, file %d: %v\n%s", seed, i, err, data)
		}
		p, _, err := ReadRepaired(data, nil)
		if err != nil {
			t.Fatalf("seed %d, file %d: %v\n%s", seed, i, err, data)
		}
		kept.add(p)
		if checkWritten(t, p); t.Failed() {
			t.Fatalf("seed %d, file %d:\n%s", seed, i, data)
		}
	}
	if want := (tally{files / 5, files / 200, files / 1000, files / 50, files / 50, files / 5000}); !kept.atLeast(want) {
		t.Errorf("only %+v were kept, of which at least %+v is wanted: the test does not test them", kept, want)
	}
}

// tally is how much of a file comes through a repair.
type tally struct{ spans, values, pointing, mentions, tags, relations int }

func (k *tally) add(p *annotations.Project) {
	for _, d := range p.Documents() {
		for _, set := range p.Sets(d.ID) {
			k.spans += set.Len()
			k.tags += len(set.About().Tags)
			for s := range set.All() {
				k.values += len(s.Values)
			}
		}
	}
	for _, n := range p.MentionCounts() {
		k.mentions, k.pointing = k.mentions+n.Spans, k.pointing+n.Values
	}
	k.relations += p.RelationCount()
}

func (k tally) atLeast(l tally) bool {
	return k.spans >= l.spans && k.values >= l.values && k.pointing >= l.pointing && k.mentions >= l.mentions && k.tags >= l.tags && k.relations >= l.relations
}

func TestRandomProjectsComeThroughTheirFiles(t *testing.T) {
	seed, schema := rand.Uint64(), compile(t)
	projects := 500
	if testing.Short() || runtime.GOARCH == "wasm" {
		projects = 50
	}
	var kept tally
	for i := range uint64(projects) {
		p := samples.Random(t, rand.New(rand.NewPCG(seed, i)))
		kept.add(p)
		checkWritten(t, p)
		if err := schema.Validate(generic(t, write(t, p))); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Fatalf("seed %d, project %d:\n%s", seed, i, write(t, p))
		}
	}
	if want := (tally{2 * projects, projects, projects, projects, projects, projects}); !kept.atLeast(want) {
		t.Errorf("only %+v were in them", kept)
	}
}
