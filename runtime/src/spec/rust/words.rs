//! Names, and the words that they are made of.

/// Words whose capitals don't tell that they are one.
const MIXED: [&str; 17] = [
    "IPv4",
    "IPv6",
    "DDoS",
    "CKafka",
    "MySQL",
    "MariaDB",
    "MongoDB",
    "PostgreSQL",
    "NoSQL",
    "OAuth",
    "IoT",
    "SaaS",
    "PaaS",
    "IaaS",
    "QoS",
    "vCPU",
    "WebRTC",
];

/// The field that one would write for a member: `SubAppId` → `sub_app_id`, `DBInstanceIDs` → `db_instance_ids`.
pub(super) fn snake(name: &str) -> String {
    words(name).join("_").to_ascii_lowercase()
}

/// The field with an underscore before each capital: of every name that begins with a capital, the rule for names makes
/// that name again.
pub(super) fn spelt(name: &str) -> String {
    name.char_indices().fold(String::new(), |mut spelt, (at, letter)| {
        if at > 0 && letter.is_ascii_uppercase() {
            spelt.push('_');
        }
        spelt.push(letter.to_ascii_lowercase());
        spelt
    })
}

/// What the macros make of a field: a capital for each letter that begins a word.
pub(super) fn pascal(field: &str) -> String {
    field.split('_').fold(String::new(), |name, word| name + &capital(word))
}

/// The word with its first letter as a capital.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

/// `K8sMasterIP` → `K8s`, `Master`, `IP`.
pub(super) fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let (word, after) = rest.split_at(first_word(rest));
        words.push(word);
        rest = after;
    }
    words
}

/// How long the first word is: never zero, and at the border of a letter.
fn first_word(name: &str) -> usize {
    let bytes = name.as_bytes();
    let is_small = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    if let Some(word) = MIXED.into_iter().find(|word| name.starts_with(word) && !is_small(word.len())) {
        return word.len();
    }
    let capitals = run(bytes, 0, |byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if !is_small(capitals) {
        return capitals.max(run(bytes, capitals, |byte| !byte.is_ascii_uppercase()));
    }
    let letters = bytes[..capitals].iter().filter(|byte| byte.is_ascii_uppercase()).count();
    if letters > 1 && bytes[capitals] == b's' && !is_small(capitals + 1) {
        // A plural: `IDs`.
        return capitals + 1;
    }
    let last = bytes[..capitals].last().copied().unwrap_or_default();
    if letters > 1 && last.is_ascii_uppercase() {
        // The last capital begins the next word: `DBInstance`.
        return capitals - 1;
    }
    run(bytes, capitals, |byte| !byte.is_ascii_uppercase())
}

/// Where the bytes end that are so, from a place on.
fn run(bytes: &[u8], from: usize, is_so: impl Fn(u8) -> bool) -> usize {
    from + bytes[from..].iter().take_while(|byte| is_so(**byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_called_as_one_would() {
        for (name, field) in [
            ("SubAppId", "sub_app_id"),
            ("DBInstanceId", "db_instance_id"),
            ("InstanceID", "instance_id"),
            ("ID", "id"),
            ("X", "x"),
            ("YPos", "y_pos"),
            ("TopP", "top_p"),
            ("IDs", "ids"),
            ("TagIDs", "tag_ids"),
            ("IDsOfTags", "ids_of_tags"),
            ("VideoURLs", "video_urls"),
            ("IPv6AddressCount", "ipv6_address_count"),
            ("AddressIPVersion", "address_ip_version"),
            ("DDoSLevel", "ddos_level"),
            ("CKafkaRegion", "ckafka_region"),
            ("Ipv4Address1", "ipv4_address1"),
            ("K8sMasterIP", "k8s_master_ip"),
            ("K8SVersion", "k8s_version"),
            ("ParseM3U8", "parse_m3u8"),
            ("ClusterCaMD5", "cluster_ca_md5"),
            ("Code2xx", "code2xx"),
            ("H2cSwitch", "h2c_switch"),
            ("A2AConfig", "a2a_config"),
            ("hadAutoFixVul", "had_auto_fix_vul"),
            ("Db_Name", "db__name"),
        ] {
            assert_eq!(snake(name), field, "{name}");
        }
    }

    #[test]
    fn what_is_spelt_gives_the_name_back() {
        for name in ["InstanceID", "IPv6", "DNSFormat", "ParseM3U8", "Super"] {
            assert_eq!(pascal(&spelt(name)), name);
        }
        assert_eq!(spelt("DNSFormat"), "d_n_s_format");
    }

    #[test]
    fn any_text_has_words() {
        for name in ["", "_", "1", "名A名b", "éÉ", "A1", "a", "AAAs", "s"] {
            assert_eq!(words(name).concat(), name);
        }
    }
}
