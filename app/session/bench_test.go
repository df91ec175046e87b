package session

import (
	"fmt"
	"testing"
)

func BenchmarkDo(b *testing.B) {
	s, _ := opened(b, &memory{})
	for i := 0; b.Loop(); i++ {
		must(b, s, mark(fmt.Sprint("span-", i)))
	}
	saved(b, s)
}

func BenchmarkOpenWith500Records(b *testing.B) {
	store := &memory{}
	s, _ := opened(b, store)
	saved(b, s)
	for _, id := range numbered(500) {
		must(b, s, mark(id))
	}
	saved(b, s)
	for b.Loop() {
		opened(b, store)
	}
}
