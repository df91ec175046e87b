package web

import (
	"strings"
	"testing"
)

func TestThePreviewIsNeverMarkup(t *testing.T) {
	const hostile = `"><img src=x onerror=alert(1)><script>alert(2)</script>`
	html, err := Preview{
		Language: hostile, Class: "text", Byline: hostile, Note: hostile, Title: hostile, Heads: []string{"short"},
		Blocks: []string{hostile, hostile}, Titles: []string{hostile}, Sources: []string{hostile}, Languages: []string{hostile},
	}.render()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(html, "<img") || strings.Contains(html, "<script") {
		t.Errorf("foreign text is markup:\n%s", html)
	}
}

func TestWithoutAnArticleThereIsNoPreview(t *testing.T) {
	if html, err := (Preview{}).render(); html != "" || err != nil {
		t.Errorf("%q, %v", html, err)
	}
}
