package timex

import (
	"strings"

	"spanwise/annotations"
)

// readValue takes what is a value of TIMEX3 already. A year of four digits is left
// to the languages, and so is what might be two years: "2011-12" is a month, or a
// season that began in 2011.
func readValue(text string) (annotations.Timex, bool) {
	value := strings.ToUpper(strings.TrimSpace(text))
	t := annotations.Timex{Type: valueType(value), Value: value}
	if !strings.ContainsAny(value, "-P_C") || value < "1500-" && value > "0" || isSpan(value) || t.Check() != nil {
		return annotations.Timex{}, false
	}
	return t, true
}

// valueType is the only type that such a value can have. What has unknown digits
// stands for all that fit.
func valueType(value string) string {
	switch {
	case strings.HasPrefix(value, "P") && !strings.Contains(value, "_"):
		return annotations.TimexDuration
	case strings.Contains(value, "X"):
		return annotations.TimexSet
	case strings.Contains(value, "T") && !strings.Contains(value, "_"):
		return annotations.TimexTime
	}
	return annotations.TimexDate
}

// isSpan reports whether the two digits after a year are those of the next year.
func isSpan(value string) bool {
	if len(value) != len("2011-12") || value[4] != '-' {
		return false
	}
	next := (int(value[2]-'0')*10 + int(value[3]-'0') + 1) % 100
	return next == int(value[5]-'0')*10+int(value[6]-'0')
}
