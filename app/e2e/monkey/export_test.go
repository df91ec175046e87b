package monkey

import (
	"strings"
	"testing"
)

func TestASpanThatDoesNotCoverItsTextIsFound(t *testing.T) {
	good := `{"documents": [{"id": "d", "text": "é and 👍 so on"}], "sets": [{"document": "d", "spans": [{"id": "s", "text": "👍 … on", "ranges": [{"start": 6, "end": 7}, {"start": 11, "end": 13}]}]}]}`
	if wrong := misplaced([]byte(good)); wrong != "" {
		t.Errorf("a good file: %s", wrong)
	}
	for name, change := range map[string][2]string{
		"a range that is off by one": {`"start": 6`, `"start": 5`},
		"a range beyond the text":    {`"end": 13`, `"end": 99`},
		"another text":               {`é and`, `e and more`},
		"a set of no document":       {`"sets": [{"document": "d"`, `"sets": [{"document": "e"`},
	} {
		if wrong := misplaced([]byte(strings.Replace(good, change[0], change[1], 1))); wrong == "" {
			t.Errorf("%s is not found", name)
		}
	}
}

func TestTheOwnFilesAreWhatTheyAreCalled(t *testing.T) {
	for _, f := range AllFiles() {
		if f.Called == "an export" && misplaced(f.Data) != "" {
			t.Errorf("the export: %s", misplaced(f.Data))
		}
		if f.Called == "an export with other offsets" && misplaced(f.Data) == "" {
			t.Error("the shifted export is right")
		}
	}
}
