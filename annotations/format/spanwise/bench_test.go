package spanwise

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/annotations/samples"
)

func bench(b *testing.B, run func(b *testing.B, p *annotations.Project, data []byte)) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		p := samples.Sized(b, n)
		data := write(b, p)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			run(b, p, data)
		})
	}
}

// BenchmarkExport writes a project.
func BenchmarkExport(b *testing.B) {
	bench(b, func(b *testing.B, p *annotations.Project, _ []byte) {
		for b.Loop() {
			write(b, p)
		}
	})
}

// BenchmarkRead is the first half of an import; package merge has the second.
func BenchmarkRead(b *testing.B) {
	bench(b, func(b *testing.B, _ *annotations.Project, data []byte) {
		for b.Loop() {
			read(b, data)
		}
	})
}

// BenchmarkRepair reads a file whose offsets are all a little late, as they are
// when every line break was counted as two.
func BenchmarkRepair(b *testing.B) {
	offset := regexp.MustCompile(`("start"|"end"): (\d+)`)
	bench(b, func(b *testing.B, _ *annotations.Project, data []byte) {
		late := offset.ReplaceAllFunc(data, func(m []byte) []byte {
			name, n, _ := strings.Cut(string(m), ": ")
			at, _ := strconv.Atoi(n)
			return fmt.Appendf(nil, "%s: %d", name, at+5)
		})
		for b.Loop() {
			if _, repairs, err := Read(late, nil); err != nil || len(repairs) == 0 {
				b.Fatal(len(repairs), err)
			}
		}
	})
}
