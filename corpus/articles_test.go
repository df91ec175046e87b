package corpus_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

// The bundled articles retell real reports. These tests, and those of
// articles_runs_test.go and articles_voice_test.go, hold what makes them fit
// for that: they have the length and the details that the page promises, they
// share no sentence with their models, and each still speaks with the voice of
// its outlet. They are about the articles of this folder, not about those that
// a teacher puts in their place.

const (
	fewestWords = 250
	mostWords   = 450
)

// bundledNames are the articles in the order in which they are listed.
var bundledNames = []string{"gulf-daily", "moscow-times", "portuguese-site", "uae-radio-site", "press-tv"}

// bundled returns the bundled articles by name: the ID without the digest.
func bundled(t *testing.T) map[string]*corpus.Document {
	t.Helper()
	docs, err := corpus.Bundled()
	if err != nil {
		t.Fatalf("reading the bundled articles: %v", err)
	}
	byName := make(map[string]*corpus.Document, len(docs))
	for _, doc := range docs {
		byName[nameOf(doc)] = doc
	}
	return byName
}

func nameOf(doc *corpus.Document) string {
	return doc.ID[:strings.LastIndexByte(doc.ID, '-')]
}

func TestBundledArticlesAreListedInTheOrderOfTheirFiles(t *testing.T) {
	docs, err := corpus.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, doc := range docs {
		names = append(names, nameOf(doc))
	}
	if diff := cmp.Diff(bundledNames, names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestBundledArticlesSayWhatTheyAre(t *testing.T) {
	for name, doc := range bundled(t) {
		if doc.Title == "" || doc.Outlet == "" {
			t.Errorf("%s: title %q, outlet %q; both must be there", name, doc.Title, doc.Outlet)
		}
		if !slices.Contains([]string{"en", "pt"}, doc.Language) {
			t.Errorf("%s: language %q, want en or pt", name, doc.Language)
		}
		published, err := time.Parse(time.DateOnly, doc.Published)
		if err != nil {
			t.Errorf("%s: published: %v", name, err)
		}
		for _, want := range []string{"retelling", "practice", published.Format("2 January 2006")} {
			if !strings.Contains(doc.Note, want) {
				t.Errorf("%s: the note %q does not say %q", name, doc.Note, want)
			}
		}
	}
}

func TestBundledArticlesBeginWithTheirHeadline(t *testing.T) {
	for name, doc := range bundled(t) {
		if first, _, _ := strings.Cut(doc.Text(), "\n\n"); first != doc.Title || doc.Head != corpus.Headline {
			t.Errorf("%s begins with %q, head %d; want the title %q as headline", name, first, doc.Head, doc.Title)
		}
	}
}

func TestBundledArticlesHaveTheLengthOfAShortReport(t *testing.T) {
	for name, doc := range bundled(t) {
		if n := len(strings.Fields(doc.Text())); n < fewestWords || n > mostWords {
			t.Errorf("%s has %d words, want %d to %d", name, n, fewestWords, mostWords)
		}
	}
}

func TestBundledArticlesAreParagraphsOfOneLineEach(t *testing.T) {
	for name, doc := range bundled(t) {
		for i, paragraph := range strings.Split(strings.TrimSuffix(doc.Text(), "\n"), "\n\n") {
			if strings.TrimSpace(paragraph) != paragraph || strings.Contains(paragraph, "\n") || paragraph == "" {
				t.Errorf("%s: paragraph %d is not one line of text: %q", name, i+1, paragraph)
			}
		}
	}
}

func TestArticleFilesAreCleanAndTheirFrontMatterIsComplete(t *testing.T) {
	files, err := filepath.Glob("articles/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no article files (error %v)", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsRune(data, '\ufeff') || bytes.ContainsRune(data, '\r') {
			t.Errorf("%s has a byte order mark or a carriage return", file)
		}
		keys := frontMatterKeys(string(data))
		keys = slices.DeleteFunc(keys, func(key string) bool { return key == "url" }) // not every report's address is known
		want := []string{"title", "outlet", "language", "published", "note"}
		if diff := cmp.Diff(want, keys); diff != "" {
			t.Errorf("%s: keys of the front matter (-want +got):\n%s", file, diff)
		}
	}
}

// frontMatterKeys returns the keys between the first two lines of dashes, in
// their order.
func frontMatterKeys(file string) []string {
	parts := strings.SplitN(file, "---\n", 3)
	if len(parts) < 3 || parts[0] != "" {
		return nil
	}
	var keys []string
	for line := range strings.Lines(parts[1]) {
		key, _, _ := strings.Cut(line, ":")
		keys = append(keys, key)
	}
	return keys
}

func TestBundledArticlesCarryNothingOfThePageAroundTheReport(t *testing.T) {
	around := regexp.MustCompile(`(?i)https?://|original url|leia também|more from|savitsky|\bAFP\b|gaza|trump|senegal|sudão`)
	for name, doc := range bundled(t) {
		if found := around.FindString(doc.Title + "\n" + doc.Text()); found != "" {
			t.Errorf("%s says %q: teasers, captions and addresses do not belong to an article", name, found)
		}
	}
}
