package annotations

import (
	"strings"
	"testing"
)

func TestWhatTIMEX3KnowsPasses(t *testing.T) {
	for kind, values := range map[string]string{
		"DATE":     "2023-04-25/2023-04-26 2023-04-25 2024-02-29 2023-04 2023 202 20 2023-W17 2023-W17-2 2023-W17-WE 2023-Q2 2023-H1 2023-SU XXXX-04-25 2023-XX-25 2023-02-XX XXXX-02-30 XXXX-WXX-2 BC0044 PAST_REF PRESENT_REF FUTURE_REF",
		"TIME":     "2023-04-25T14:30 2023-04-25T14 2023-04-25T14:30:59 2023-04-25T24:00 2023-04-25TMO XXXX-XX-XXTNI 2023-W17-5TAF T14:30 2023-04-25T14:30Z 2023-04-25T14:30+03:00",
		"DURATION": "P3D P2W PXY P2.5Y PT30M P1Y6M P1DE P2CE P1Y2M3DT4H5M6S",
		"SET":      "XXXX-WXX-2 P1D P2W XXXX-XX-XXTMO XXXX-12 P1Y",
	} {
		for value := range strings.FieldsSeq(values) {
			for _, mod := range append(TimexMods(), "") {
				if err := (Timex{Type: kind, Value: value, Mod: mod}).Check(); err != nil {
					t.Error(err)
				}
			}
		}
	}
	if err := (Timex{Type: "SET", Value: "P1W", Quant: "EVERY", Freq: "2X"}).Check(); err != nil {
		t.Error(err)
	}
}

func TestWhatTIMEX3DoesNotKnowIsRefused(t *testing.T) {
	for kind, values := range map[string]string{
		"DATE":     "2023-04-26/2023-04-25 2023-04-25/2023-04-25 2023-04/2023-05 2023-04-25/ /2023-04-25 2 20233 2023-4-25 2023-02-29 2023-04-31 2023-13 2023-00 2023-04-00 2023-W54 2023-W1 2023-W17-8 2023-W17-W 2023-Q5 2023-H3 2023-AU 202-04 2023- 2023-04- 2023-04-25- 2023-04-25T14:30 P3D BC44 BC past_ref 25.04.2023 -2023",
		"TIME":     "2023-04-25 2023-04-25T 2023-04-25T25:00 2023-04-25T14:61 2023-04-25T1430 2023-04-25T14:30:00:00 2023-04-25TXY T 2023-04-31T14:30 T14:30+ T14:30+99 14:30",
		"DURATION": "P PT P3 PD 3D P3X P3DT P3H PT3D P1M1Y P1..5Y P.5Y P1.Y P-1D PXXY 2023 PAST_REF P1D1D",
		"SET":      "EVERY PAST_REF P",
		"DAY":      "2023-04-25",
		"":         "2023-04-25",
	} {
		for value := range strings.FieldsSeq(values) {
			if (Timex{Type: kind, Value: value}).Check() == nil {
				t.Errorf("%s %s passes", kind, value)
			}
		}
	}
	for _, wrong := range []Timex{
		{Type: "DATE"},
		{Type: "DATE", Value: "2023", Mod: "EARLY"},
		{Type: "DATE", Value: "2023", Quant: "EVERY"},
		{Type: "DURATION", Value: "P1W", Freq: "2X"},
		{Type: "SET", Value: "P1W", Quant: "\xff"},
		{Type: "SET", Value: "P1W", Freq: "\xff"},
	} {
		if wrong.Check() == nil {
			t.Errorf("%+v passes", wrong)
		}
	}
}
