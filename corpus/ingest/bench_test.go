package ingest_test

import (
	"strings"
	"testing"

	"spanwise/corpus/ingest"
)

// BenchmarkText opens 3 MB: as it should be, and with line ends to change.
func BenchmarkText(b *testing.B) {
	clean := strings.Repeat("Shoigu met the minister in Ankara – on Friday, “late” 😀.\n", 47_000)
	for name, text := range map[string]string{"clean": clean, "windows": strings.ReplaceAll(clean, "\n", "\r\n")} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ingest.Text("a.txt", []byte(text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
