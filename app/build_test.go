//go:build !js

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// folderOf writes files into a new folder.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

const goodArticle = "---\ntitle: One\nlanguage: en\n---\n\nText.\n"

func TestOwnArticlesStandInPlaceOfTheBundledOnes(t *testing.T) {
	bundled := folderOf(t, map[string]string{"1-a.md": "", "2-b.md": ""})
	own := folderOf(t, map[string]string{"2-b.md": goodArticle, "3-c.md": goodArticle, "notes.txt": ""})
	got, err := replacements(bundled, own)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		filepath.Join(bundled, "1-a.md"): "",
		filepath.Join(bundled, "2-b.md"): filepath.Join(own, "2-b.md"),
		filepath.Join(bundled, "3-c.md"): filepath.Join(own, "3-c.md"),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("replacements (-want +got):\n%s", diff)
	}
}

func TestAFolderThatCannotBeBuiltInIsRefused(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  string
		why   string
	}{
		{"no article", map[string]string{"notes.txt": ""}, "no articles (*.md)", "a page without articles is a wrong folder"},
		{"one bad article", map[string]string{"1.md": goodArticle, "2.md": "---\nbad\n---\n"}, "2.md: line 2: ", "the file and the line are named"},
		{"two bad articles", map[string]string{"1.md": "---\nbad\n---\n", "2.md": "---\nworse\n---\n"}, "1.md: line 2: ", "all are named at once"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := replacements(t.TempDir(), folderOf(t, test.files))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q: %s", err, test.want, test.why)
			}
		})
	}
}

func TestAChangedGoAppIsNotCutBlindly(t *testing.T) {
	files := map[string][]byte{"pkg/app/resource.go": []byte("package app\n\nimport (\n\t\"net/http\"\n)\n")}
	if err := removeServer(files); err == nil || !strings.Contains(err.Error(), "pkg/app/resource.go") {
		t.Errorf("removeServer: %v, want an error that names the file which has changed", err)
	}
}
