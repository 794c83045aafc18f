// Answers what Kubernetes' own libraries make of YAML: one JSON object a line in, one out.
//
//	{"id": 1, "text": "a: yes"}                  -> {"id": 1, "json": "{\"a\":true}"}
//	{"id": 2, "text": "a: ["}                    -> {"id": 2, "error": "yaml: line 1: ..."}
//	{"id": 3, "text": "a: 1\n---\nb: 2", "stream": true} -> {"id": 3, "documents": ["{\"a\":1}", "{\"b\":2}"]}
//
// A single text goes through sigs.k8s.io/yaml; a stream through the decoder that kubectl reads files with, up to
// its first error.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	yamlv2 "go.yaml.in/yaml/v2"
	k8syaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

type question struct {
	ID     int    `json:"id"`
	Text   string `json:"text"`
	Stream bool   `json:"stream"`
}

type answer struct {
	ID        int      `json:"id"`
	JSON      string   `json:"json,omitempty"`
	Documents []string `json:"documents,omitempty"`
	Error     string   `json:"error,omitempty"`
	// Two keys of different types, such as 1 and "1", become one: which value wins is random in Go.
	Ambiguous bool `json:"ambiguous,omitempty"`
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	questions := json.NewDecoder(in)
	answers := json.NewEncoder(out)
	for questions.More() {
		var asked question
		if err := questions.Decode(&asked); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if err := answers.Encode(reply(asked)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func reply(asked question) answer {
	if asked.Stream {
		return readStream(asked)
	}
	found := answer{ID: asked.ID}
	text, err := yaml.YAMLToJSON([]byte(asked.Text))
	if err != nil {
		found.Error = err.Error()
		return found
	}
	found.JSON = string(text)
	var value any
	if yamlv2.Unmarshal([]byte(asked.Text), &value) == nil {
		found.Ambiguous = collides(value)
	}
	return found
}

func readStream(asked question) answer {
	found := answer{ID: asked.ID, Documents: []string{}}
	decoder := k8syaml.NewYAMLOrJSONDecoder(strings.NewReader(asked.Text), 4096)
	for {
		var document json.RawMessage
		if err := decoder.Decode(&document); err != nil {
			if err.Error() != "EOF" {
				found.Error = err.Error()
			}
			return found
		}
		found.Documents = append(found.Documents, string(document))
	}
}

// collides reports whether two keys of a mapping are written the same in JSON.
func collides(value any) bool {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			if collides(item) {
				return true
			}
		}
	case map[any]any:
		names := map[string]bool{}
		for key, item := range value {
			name := keyName(key)
			if names[name] || collides(item) {
				return true
			}
			names[name] = true
		}
	}
	return false
}

func keyName(key any) string {
	if number, ok := key.(float64); ok {
		return strconv.FormatFloat(number, 'g', -1, 32)
	}
	return fmt.Sprint(key)
}
