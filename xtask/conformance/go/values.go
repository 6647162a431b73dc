// Values of the wire -> those that the SDK takes and returns, and how two of them differ.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"reflect"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/document"
)

var (
	timeType     = reflect.TypeFor[time.Time]()
	bytesType    = reflect.TypeFor[[]byte]()
	documentType = reflect.TypeFor[document.Interface]()
)

// fill sets a variable of the SDK to a value of the wire. Members that the SDK lacks are noted, and removed from the
// value.
func (missing *lacks) fill(target reflect.Value, value any, path string) error {
	switch target.Type() {
	case timeType:
		seconds, err := value.(json.Number).Float64()
		target.Set(reflect.ValueOf(time.UnixMilli(int64(math.Round(seconds * 1000))).UTC()))
		return err
	case bytesType:
		bytes, err := base64.StdEncoding.DecodeString(value.(string))
		target.SetBytes(bytes)
		return err
	case documentType:
		target.Set(reflect.ValueOf(document.NewLazyDocument(plain(value))))
		return nil
	}
	switch target.Kind() {
	case reflect.Pointer:
		target.Set(reflect.New(target.Type().Elem()))
		return missing.fill(target.Elem(), value, path)
	case reflect.Struct:
		return missing.fillStruct(target, value.(map[string]any), path)
	case reflect.Slice:
		items := value.([]any)
		target.Set(reflect.MakeSlice(target.Type(), len(items), len(items)))
		for index, item := range items {
			if err := missing.fill(target.Index(index), item, path+"[]"); err != nil {
				return err
			}
		}
	case reflect.Map:
		target.Set(reflect.MakeMap(target.Type()))
		for key, item := range value.(map[string]any) {
			one := reflect.New(target.Type().Elem()).Elem()
			if err := missing.fill(one, item, path+"{}"); err != nil {
				return err
			}
			target.SetMapIndex(reflect.ValueOf(key).Convert(target.Type().Key()), one)
		}
	case reflect.String:
		target.SetString(value.(string))
	case reflect.Bool:
		target.SetBool(value.(bool))
	case reflect.Int32, reflect.Int64:
		number, err := value.(json.Number).Int64()
		target.SetInt(number)
		return err
	case reflect.Float32, reflect.Float64:
		number, err := value.(json.Number).Float64()
		target.SetFloat(number)
		return err
	default:
		return fmt.Errorf("%s is a %s, which this program does not know", path, target.Type())
	}
	return nil
}

func (missing *lacks) fillStruct(target reflect.Value, members map[string]any, path string) error {
	for name, member := range members {
		field := target.FieldByName(exported(name))
		if !field.IsValid() {
			*missing = append(*missing, path+"."+name)
			delete(members, name)
			continue
		}
		if err := missing.fill(field, member, path+"."+name); err != nil {
			return err
		}
		// a member that has a default is no pointer, and the SDK does not send it if it is 0 or false
		if field.IsZero() {
			delete(members, name)
		}
	}
	return nil
}

// exported is the name as Go spells names that are seen from outside.
func exported(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

// plain is a JSON value with its numbers as numbers: a document takes no json.Number.
func plain(value any) any {
	switch value := value.(type) {
	case json.Number:
		if whole, err := value.Int64(); err == nil {
			return whole
		}
		number, _ := value.Float64()
		return number
	case []any:
		items := make([]any, len(value))
		for index, item := range value {
			items[index] = plain(item)
		}
		return items
	case map[string]any:
		members := make(map[string]any, len(value))
		for name, member := range value {
			members[name] = plain(member)
		}
		return members
	}
	return value
}

// same tells what is missing, what is too much, and what is another value, of two values of the SDK.
func same(found, wanted reflect.Value, path string) (problems []error) {
	differ := []error{fmt.Errorf("%s is %s, not %s", path, shown(found), shown(wanted))}
	switch wanted.Type() {
	case timeType:
		if found.Interface().(time.Time).UnixMilli() != wanted.Interface().(time.Time).UnixMilli() {
			return differ
		}
		return nil
	case documentType:
		if found.IsNil() || wanted.IsNil() {
			if found.IsNil() != wanted.IsNil() {
				return differ
			}
			return nil
		}
		return sameDocument(found.Interface().(document.Interface), wanted.Interface().(document.Interface), path)
	}
	switch wanted.Kind() {
	case reflect.Pointer:
		if found.IsNil() && wanted.IsNil() {
			return nil
		}
		if found.IsNil() || wanted.IsNil() {
			return differ
		}
		return same(found.Elem(), wanted.Elem(), path)
	case reflect.Struct:
		for index := range wanted.NumField() {
			// the rest is the SDK's own
			field := wanted.Type().Field(index)
			if field.IsExported() && field.Name != "ResultMetadata" {
				problems = append(problems, same(found.Field(index), wanted.Field(index), path+"."+field.Name)...)
			}
		}
	case reflect.Slice:
		if found.IsNil() != wanted.IsNil() || found.Len() != wanted.Len() {
			return differ
		}
		for index := range wanted.Len() {
			problems = append(problems, same(found.Index(index), wanted.Index(index), fmt.Sprintf("%s[%d]", path, index))...)
		}
	case reflect.Map:
		if found.IsNil() != wanted.IsNil() || found.Len() != wanted.Len() {
			return differ
		}
		for _, key := range wanted.MapKeys() {
			item := found.MapIndex(key)
			if !item.IsValid() {
				return differ
			}
			problems = append(problems, same(item, wanted.MapIndex(key), path+"."+key.String())...)
		}
	default:
		if !found.Equal(wanted) {
			return differ
		}
	}
	return problems
}

func sameDocument(found, wanted document.Interface, path string) []error {
	values := make([]any, 2)
	for index, one := range []document.Interface{found, wanted} {
		text, err := one.MarshalSmithyDocument()
		if err != nil {
			return []error{err}
		}
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		if err := decoder.Decode(&values[index]); err != nil {
			return []error{err}
		}
	}
	return sameJSON(values[0], values[1], path)
}

// shown is a value for a person: what pointers point to, and no empty members.
func shown(value reflect.Value) string {
	text, err := json.Marshal(value.Interface())
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}

// sameJSON tells what is missing, what is too much, and what is another value, of two values of the wire.
func sameJSON(found, wanted any, path string) (problems []error) {
	differ := []error{fmt.Errorf("%s is %v, not %v", path, found, wanted)}
	switch wanted := wanted.(type) {
	case map[string]any:
		found, ok := found.(map[string]any)
		if !ok {
			return differ
		}
		for name, member := range found {
			if _, ok := wanted[name]; !ok {
				problems = append(problems, fmt.Errorf("%s.%s should not be there, but is %v", path, name, member))
			}
		}
		for name, member := range wanted {
			if other, ok := found[name]; ok {
				problems = append(problems, sameJSON(other, member, path+"."+name)...)
			} else {
				problems = append(problems, fmt.Errorf("%s.%s is missing", path, name))
			}
		}
	case []any:
		found, ok := found.([]any)
		if !ok || len(found) != len(wanted) {
			return differ
		}
		for index, item := range wanted {
			problems = append(problems, sameJSON(found[index], item, fmt.Sprintf("%s[%d]", path, index))...)
		}
	case json.Number:
		found, ok := found.(json.Number)
		if !ok {
			return differ
		}
		left, leftOK := new(big.Rat).SetString(found.String())
		right, rightOK := new(big.Rat).SetString(wanted.String())
		if !leftOK || !rightOK || left.Cmp(right) != 0 {
			return differ
		}
	default:
		if found != wanted {
			return differ
		}
	}
	return problems
}
