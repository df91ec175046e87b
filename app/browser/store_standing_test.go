package browser

import (
	"errors"
	"testing"

	"spanwise/app/journal"
)

func TestWhatATabMayBuildOn(t *testing.T) {
	const ours, another = "ours", "another"
	cases := []struct {
		name          string
		known, stored standing
		after         int
		want          error
		why           string
	}{
		{"nothing yet", standing{ours, false, 0}, standing{ours, false, 0}, 0, nil, "a new database"},
		{"the same snapshot", standing{ours, true, 5}, standing{ours, true, 5}, 9, nil, "records follow the snapshot"},
		{"a later snapshot", standing{ours, true, 5}, standing{ours, true, 9}, 9, nil, "the tab has all that the snapshot holds"},
		{"behind a snapshot", standing{ours, true, 5}, standing{ours, true, 9}, 8, journal.ErrOvertaken, "record 9 is gone, and the tab never had it"},
		{"the first snapshot, of records", standing{ours, false, 0}, standing{ours, true, 3}, 3, nil, "the tab has the same records, on top of nothing"},
		{"the first snapshot, of no records", standing{ours, false, 0}, standing{ours, true, 0}, 0, journal.ErrOvertaken, "the tab has nothing where the other began with something"},
		{"emptied", standing{ours, true, 5}, standing{another, false, 0}, 9, journal.ErrEmptied, "what the records build on is gone"},
		{"begun anew", standing{ours, true, 5}, standing{another, true, 0}, 9, journal.ErrOvertaken, "another tab has filled it"},
		{"not loaded, empty", standing{}, standing{ours, false, 0}, 0, journal.ErrOvertaken, "nothing was emptied under a tab that knew nothing"},
		{"not loaded", standing{}, standing{ours, true, 5}, 9, journal.ErrOvertaken, "the tab does not know what it builds on"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := c.known.check(c.stored, c.after); !errors.Is(got, c.want) {
				t.Errorf("%v, want %v: %s", got, c.want, c.why)
			}
		})
	}
}

func TestWhereASnapshotMayBePut(t *testing.T) {
	const ours, another = "ours", "another"
	cases := []struct {
		name             string
		known, stored    standing
		records, through int
		want             error
		why              string
	}{
		{"the first", standing{ours, false, 0}, standing{ours, false, 0}, 0, 0, nil, "a new database"},
		{"the next", standing{ours, true, 5}, standing{ours, true, 5}, 4, 9, nil, "the ordinary compaction"},
		{"of the same records", standing{ours, true, 5}, standing{ours, true, 5}, 4, 5, nil, "it may differ in what is set aside"},
		{"a former one", standing{ours, true, 5}, standing{ours, true, 5}, 4, 4, journal.ErrOvertaken, "record 5 would be nowhere"},
		{"after another tab's", standing{ours, true, 5}, standing{ours, true, 7}, 2, 9, journal.ErrOvertaken, "both may have set the same record aside"},
		{"after another tab's first", standing{ours, false, 0}, standing{ours, true, 0}, 0, 0, journal.ErrOvertaken, "the other's bundled articles are there already"},
		{"emptied", standing{ours, true, 5}, standing{another, false, 0}, 0, 9, nil, "so it is begun anew"},
		{"emptied and begun anew", standing{ours, true, 5}, standing{another, true, 0}, 0, 9, journal.ErrOvertaken, "the first tab counts"},
		{"emptied, records since", standing{ours, true, 5}, standing{another, false, 0}, 1, 9, journal.ErrOvertaken, "they would be dropped with what the snapshot holds"},
		{"not loaded", standing{}, standing{ours, false, 0}, 0, 0, journal.ErrOvertaken, "the tab does not know what is there"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := c.known.checkSnapshot(c.stored, c.records, c.through); !errors.Is(got, c.want) {
				t.Errorf("%v, want %v: %s", got, c.want, c.why)
			}
		})
	}
}
