// What to try and the endpoint of a mock -> one JSON line an operation and input, or one an error: whether the AWS SDK
// for Go v2 and the mock understand each other.
//
//	go run . operations|errors ENDPOINT
//
// The mock says what can be sent and what it answers. All of it goes through the ordinary methods of the client.
// `cargo xtask conformance` knows which operations must be reported, and what this version of the SDK lacks.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"reflect"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	smithy "github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// What the mock says of an operation. Input is nil if it takes nothing.
type sample struct {
	Name   string
	Input  map[string]any
	Output map[string]any
	Errors []string
}

type samples struct {
	Operations []sample
	Errors     []failure
}

type request struct {
	Operation string
	RequestID string
	Input     any
}

type report struct {
	Operation string   `json:"operation"`
	Input     string   `json:"input"`
	OK        bool     `json:"ok"`
	Detail    string   `json:"detail"`
	Lacks     []string `json:"lacks"`
}

// What the SDK does not have, such as `input.Items[].Bytes`, or an empty text for the whole operation.
type lacks []string

var direct = &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{}}

// ask reads what the mock itself has to tell, if there is a place for it.
func ask(method, url string, answer any) error {
	return send(method, url, nil, answer)
}

func send(method, url string, body io.Reader, answer any) error {
	request, err := http.NewRequest(method, url, body)
	if err != nil {
		return err
	}
	response, err := direct.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		return fmt.Errorf("%s %s is answered with %s", method, url, response.Status)
	}
	if answer == nil {
		_, err = io.Copy(io.Discard, response.Body)
		return err
	}
	decoder := json.NewDecoder(response.Body)
	decoder.UseNumber()
	return decoder.Decode(answer)
}

func connect(endpoint string) *cognitoidentityprovider.Client {
	credentials := func(context.Context) (aws.Credentials, error) {
		return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "secret"}, nil
	}
	return cognitoidentityprovider.New(cognitoidentityprovider.Options{
		Region:       "us-east-1",
		BaseEndpoint: &endpoint,
		Credentials:  aws.CredentialsProviderFunc(credentials),
		Retryer:      aws.NopRetryer{},
		HTTPClient:   direct,
	})
}

// exchange sends an input as the client does, and looks at what arrives on either side.
func exchange(endpoint string, client reflect.Value, sample sample, given any) (missing lacks, err error) {
	// reflection panics where the SDK has other types than were thought of
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("panic: %v", problem)
		}
	}()
	method := client.MethodByName(sample.Name)
	if !method.IsValid() {
		return lacks{""}, nil
	}
	// func(context.Context, *Input, ...func(*Options)) (*Output, error)
	input := reflect.New(method.Type().In(1).Elem())
	expected := reflect.New(method.Type().Out(0).Elem())
	if given != nil {
		if err := missing.fill(input.Elem(), given, "input"); err != nil {
			return missing, err
		}
	}
	if sample.Output != nil {
		if err := missing.fill(expected.Elem(), sample.Output, "output"); err != nil {
			return missing, err
		}
	}
	results, err := call(endpoint, method, input)
	if err != nil {
		return missing, err
	}
	metadata := results[0].Elem().FieldByName("ResultMetadata").Interface().(smithy.Metadata)
	var requests []request
	if err := ask("GET", endpoint+"/_mock/requests", &requests); err != nil {
		return missing, err
	}
	if given == nil {
		given = map[string]any{}
	}
	problems := received(sample.Name, given, metadata, requests)
	return missing, errors.Join(append(problems, same(results[0].Elem(), expected.Elem(), "output")...)...)
}

// call sends an input, once more where the client itself closed the connection that it read from: that says nothing of
// what either side understands.
func call(endpoint string, method, input reflect.Value) (results []reflect.Value, err error) {
	for range 3 {
		if err := ask("DELETE", endpoint+"/_mock/requests", nil); err != nil {
			return nil, err
		}
		results = method.Call([]reflect.Value{reflect.ValueOf(context.Background()), input})
		err, _ = results[1].Interface().(error)
		if !errors.Is(err, net.ErrClosed) {
			return results, err
		}
	}
	return results, err
}

// received tells how what the mock received is not what was meant.
func received(name string, given any, metadata smithy.Metadata, requests []request) []error {
	if len(requests) != 1 || requests[0].Operation != name {
		return []error{fmt.Errorf("the mock received %v", requests)}
	}
	var problems []error
	response, ok := middleware.GetRawResponse(metadata).(*smithyhttp.Response)
	if !ok || response.StatusCode != http.StatusOK {
		problems = append(problems, errors.New("the HTTP status is not 200"))
	}
	if id, _ := middleware.GetRequestIDMetadata(metadata); id != requests[0].RequestID {
		problems = append(problems, fmt.Errorf("the request id is %q, not %q", id, requests[0].RequestID))
	}
	return append(problems, sameJSON(requests[0].Input, given, "input received")...)
}

func runOperations(endpoint string, client reflect.Value, samples samples) error {
	out := json.NewEncoder(os.Stdout)
	for _, sample := range samples.Operations {
		for _, which := range []string{"minimal", "maximal"} {
			given, err := sample.Input[which], error(nil)
			var missing lacks
			if sample.Input != nil && given == nil {
				err = errors.New("the mock found no such input")
			} else {
				missing, err = exchange(endpoint, client, sample, given)
			}
			report := report{Operation: sample.Name, Input: which, OK: err == nil, Lacks: missing}
			if err != nil {
				report.Detail = err.Error()
			}
			if err := out.Encode(report); err != nil {
				return err
			}
		}
	}
	return nil
}

func run(what, endpoint string) error {
	var samples samples
	if err := ask("GET", endpoint+"/_mock/samples", &samples); err != nil {
		return err
	}
	client := reflect.ValueOf(connect(endpoint))
	switch what {
	case "operations":
		return runOperations(endpoint, client, samples)
	case "errors":
		return runErrors(endpoint, client, samples)
	default:
		return fmt.Errorf("neither operations nor errors: %s", what)
	}
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: go run . operations|errors ENDPOINT")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
