//! What is known of actions, and isn't in the metadata: which answer in a stream, and which take a body of bytes.

use crate::spec::{ActionSpec, MemberKind};

/// Those that stream without a flag in the request to say so, by service and name. Of the official Python SDK.
const STREAMING: [(&str, &str); 12] = [
    ("cloudmate", "CloudMateAgent"),
    ("dataagent", "ChatAI"),
    ("dataagent", "ExecuteAgentApiV1"),
    ("es", "ParseDocument"),
    ("ig", "GetLLMDiagnosisDrug"),
    ("ig", "GetLLMDiagnosisDrugChat"),
    ("ig", "GetLLMDiagnosisHealth"),
    ("ig", "GetLLMReportInterpretation"),
    ("lkeap", "ReconstructDocumentSSE"),
    ("tdai", "CreateChatCompletion"),
    ("trtc", "TextToSpeechSSE"),
    ("waf", "GenerateLLMSecAnswer"),
];

/// Those that take a body of bytes, which the metadata doesn't list. Its members are headers.
const RAW: [(&str, &str); 1] = [("cls", "UploadLog")];

/// Whether the action answers in a stream, be it when told to.
pub(super) fn streams(service: &str, action: &ActionSpec) -> bool {
    let has_flag = action.input.iter().any(|member| member.name == "Stream" && member.kind == MemberKind::Bool);
    has_flag || STREAMING.contains(&(service, &action.name))
}

/// Whether the action takes a body of bytes.
pub(super) fn is_raw(service: &str, action: &str) -> bool {
    RAW.contains(&(service, action))
}
