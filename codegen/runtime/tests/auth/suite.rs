//! The public test suite of signature version 4: a folder a case, with request, canonical request, string to sign and
//! authorization.

use std::fs;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use codegen_runtime::auth::sigv4::{Credential, InMemory, Scope, SigV4, Signed, signature, string_to_sign};
use codegen_runtime::auth::{Authenticator, Call};
use codegen_runtime::schema::{Protocol, Service, Validation, Wording};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri};

use crate::NOW;
use crate::bookshop::FIND_BOOK;

/// The secret that all of the suite is signed with, as AWS's documentation prints it.
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

const SCOPE: &str = "20150830/us-east-1/service/aws4_request";

static SERVICE: Service = Service {
    name: "suite",
    title: "Suite",
    version: "2015-08-30",
    protocol: Protocol::AwsJson11,
    target_prefix: "Suite",
    signing_name: Some("service"),
    validation: Validation { error: "BadInput", wording: Wording::Coral },
    operations: &[],
    errors: &[],
};

/// A case of the suite.
struct Case {
    name: String,
    method: Method,
    path: String,
    query: String,
    headers: HeaderMap,
    body: Bytes,
    canonical_request: String,
    string_to_sign: String,
    authorization: String,
}

impl Case {
    fn read(folder: &Path) -> Self {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let part = |extension: &str| fs::read_to_string(folder.join(format!("{name}.{extension}"))).unwrap();
        // the signed request, since the other lacks the session token where there is one
        let request = part("sreq");
        let (head, body) = request.split_once("\n\n").unwrap_or((&request, ""));
        let (line, lines) = head.split_once('\n').unwrap();
        let (method, rest) = line.split_once(' ').unwrap();
        let target = rest.strip_suffix(" HTTP/1.1").unwrap();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers = HeaderMap::new();
        // a line that is folded goes on where the last one ended, as HTTP has it
        for line in lines.replace("\n ", " ").lines() {
            let (name, value) = line.split_once(':').unwrap();
            let (name, value) = (name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(value.trim()).unwrap());
            if name != "authorization" {
                headers.append(name, value);
            }
        }
        Self {
            method: method.parse().unwrap(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers,
            body: Bytes::copy_from_slice(body.as_bytes()),
            canonical_request: part("creq"),
            string_to_sign: part("sts"),
            authorization: part("authz").trim_end().to_owned(),
            name,
        }
    }

    /// The value of a part of the authorization.
    fn part(&self, name: &str) -> &str {
        let rest = self.authorization.split_once(name).unwrap().1;
        rest.split([',', ' ']).next().unwrap()
    }
}

/// All folders with a request in them.
fn cases(folder: &Path, found: &mut Vec<Case>) {
    let mut folders: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    for path in folders.into_iter().filter(|path| path.is_dir()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.join(format!("{name}.sreq")).exists() {
            found.push(Case::read(&path));
        } else {
            cases(&path, found);
        }
    }
}

#[tokio::test]
async fn every_case_of_the_public_suite_passes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/conformance/sigv4");
    if !folder.exists() {
        let is_ci = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
        assert!(!is_ci, "{} is missing", folder.display());
        println!("the public suite of signature version 4 did not run: it is not here");
        return;
    }
    let mut found = Vec::new();
    cases(&folder, &mut found);
    assert_eq!(found.len(), 34, "the suite is another one");
    let mut verified = 0;
    for case in &found {
        let Case { name, method, path, query, headers, body, .. } = case;
        let names = case.part("SignedHeaders=");
        let signed = Signed { method, path, query, headers, authority: None, names, body };
        let canonical = signed.canonical_request().unwrap();
        assert_eq!(String::from_utf8_lossy(&canonical), case.canonical_request, "{name}");
        let [date, region, service, terminator] = SCOPE.split('/').collect::<Vec<_>>()[..] else { unreachable!() };
        let scope = Scope { time: "20150830T123600Z".to_owned(), date, region, service, terminator };
        assert_eq!(string_to_sign(&scope, &canonical), case.string_to_sign, "{name}");
        assert_eq!(signature(SECRET, &scope, &canonical).unwrap(), case.part("Signature="), "{name}");
        verified += usize::from(is_let_in(case).await);
    }
    // blanks in a path are in a text only, not on the wire
    assert_eq!(verified, found.len() - 1);
    println!("{} cases of the public suite, {verified} of them as requests", found.len());
}

/// Whether a case is let in as a request. It must be, unless HTTP has no such request.
async fn is_let_in(case: &Case) -> bool {
    let Ok(uri) = format!("{}?{}", case.path, case.query).parse::<Uri>() else { return false };
    let mut request = Request::new(());
    (*request.method_mut(), *request.uri_mut()) = (case.method.clone(), uri);
    *request.headers_mut() = case.headers.clone();
    request.headers_mut().insert("authorization", case.authorization.parse().unwrap());
    let credential = Credential::new(SECRET);
    let token = case.headers.get("x-amz-security-token").map(|token| token.to_str().unwrap());
    let known = InMemory::default();
    known.insert("AKIDEXAMPLE", token.into_iter().fold(credential, Credential::session));
    let verifier = SigV4::new(known).region("us-east-1").clock(|| NOW);
    let (head, ()) = request.into_parts();
    let call = Call { service: &SERVICE, operation: &FIND_BOOK, head: &head, body: &case.body };
    let identity = verifier.authenticate(call).await.unwrap_or_else(|refusal| panic!("{}: {refusal:?}", case.name));
    identity.access_key() == "AKIDEXAMPLE"
}
