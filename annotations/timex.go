package annotations

import (
	"fmt"
	"slices"
)

// Timex is a date, time, length of time or repetition, normalised as the
// TIMEX3 tag of TimeML 1.2.1 has it.
type Timex struct {
	Type  string // one of TimexTypes
	Value string // ISO 8601 with TIMEX3's extensions, such as "2023-W17", "P3D", "2023-04-25TMO", "PAST_REF"
	Mod   string // one of TimexMods, or ""
	Quant string // of a SET: which of them, such as "EVERY"; or ""
	Freq  string // of a SET: how often in each, such as "2X"; or ""
}

// The types of a Timex.
const (
	TimexDate     = "DATE"
	TimexTime     = "TIME" // a time of day
	TimexDuration = "DURATION"
	TimexSet      = "SET" // times that come again and again
)

// TimexTypes returns the types that a Timex may have, in the order of the
// TimeML specification.
func TimexTypes() []string {
	return []string{TimexDate, TimexTime, TimexDuration, TimexSet}
}

// TimexMods returns the modifiers that a Timex may have, in the order of the
// TimeML specification: of points, of lengths, and of both.
func TimexMods() []string {
	return []string{
		"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
		"LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
		"START", "MID", "END", "APPROX",
	}
}

// Check says what is wrong with it: a type or modifier that TimeML does not
// know, a value that does not fit the type or is no day of the calendar, or
// what only a SET has on something else.
func (t Timex) Check() error {
	switch {
	case !slices.Contains(TimexTypes(), t.Type):
		return fmt.Errorf("the type %q is none of TIMEX3", t.Type)
	case !isTimexValue(t.Type, t.Value):
		return fmt.Errorf("the value %q is none of a %s", t.Value, t.Type)
	case t.Mod != "" && !slices.Contains(TimexMods(), t.Mod):
		return fmt.Errorf("the modifier %q is none of TIMEX3", t.Mod)
	case t.Type != TimexSet && t.Quant+t.Freq != "":
		return fmt.Errorf("a %s has no quant and no freq; only a SET has", t.Type)
	}
	if err := checkUTF8("quant", t.Quant); err != nil {
		return err
	}
	return checkUTF8("freq", t.Freq)
}
