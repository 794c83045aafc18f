package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"sort"
	"strconv"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
	apiservercel "k8s.io/apiserver/pkg/cel"
)

// encode writes a value with its type: {"int": "1"}, {"list": […]}, {"map": [[key, value], …]} and so on.
func encode(value ref.Val) any {
	switch v := value.(type) {
	case types.Null:
		return tagged("null", true)
	case types.Bool:
		return tagged("bool", bool(v))
	case types.Int:
		return tagged("int", strconv.FormatInt(int64(v), 10))
	case types.Uint:
		return tagged("uint", strconv.FormatUint(uint64(v), 10))
	case types.Double:
		return tagged("double", strconv.FormatFloat(float64(v), 'g', -1, 64))
	case types.String:
		return tagged("string", string(v))
	case types.Bytes:
		return tagged("bytes", base64.StdEncoding.EncodeToString(v))
	case types.Timestamp:
		return tagged("timestamp", v.ConvertToType(types.StringType).Value())
	case types.Duration:
		return tagged("duration", strconv.FormatInt(v.Nanoseconds(), 10))
	case *types.Optional:
		if !v.HasValue() {
			return tagged("optional", nil)
		}
		return tagged("optional", encode(v.GetValue()))
	case *types.Type:
		return tagged("type", v.TypeName())
	case traits.Mapper:
		return tagged("map", encodeMap(v))
	case traits.Lister:
		return tagged("list", encodeList(v))
	default:
		return tagged(value.Type().TypeName(), printed(value))
	}
}

// printed is a value of the Kubernetes libraries as its own String method has it.
func printed(value ref.Val) string {
	switch v := value.(type) {
	case apiservercel.Quantity:
		return v.Quantity.String()
	case apiservercel.IP:
		return v.Addr.String()
	case apiservercel.CIDR:
		return v.Prefix.String()
	case apiservercel.URL:
		return v.URL.String()
	case apiservercel.Semver:
		return v.Version.String()
	case apiservercel.Format:
		return v.Name
	default:
		return fmt.Sprint(value.Value())
	}
}

func tagged(name string, content any) any {
	return map[string]any{name: content}
}

func encodeList(list traits.Lister) []any {
	elements := []any{}
	for it := list.Iterator(); it.HasNext() == types.True; {
		elements = append(elements, encode(it.Next()))
	}
	return elements
}

// encodeMap orders the entries by their keys as JSON, since maps have no order.
func encodeMap(m traits.Mapper) [][]any {
	entries := [][]any{}
	for it := m.Iterator(); it.HasNext() == types.True; {
		key := it.Next()
		value, _ := m.Find(key)
		entries = append(entries, []any{encode(key), encode(value)})
	}
	sort.Slice(entries, func(i, j int) bool { return text(entries[i][0]) < text(entries[j][0]) })
	return entries
}

func text(key any) string {
	encoded, _ := json.Marshal(key)
	return string(encoded)
}
