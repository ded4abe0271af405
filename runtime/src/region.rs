//! Names of regions.
//!
//! A region is any string of its form: new ones come without a new version of this crate. These are the ones that the
//! vendor lists as access regions (api/213/15692), to be spelt by the compiler. At run time, `DescribeRegions` of the
//! service `region` tells which there are for a product.

macro_rules! regions {
    ($($name:ident = $value:literal, $place:literal;)*) => {
        $(
            #[doc = $place]
            pub const $name: &str = $value;
        )*

        #[cfg(test)]
        const ALL: &[(&str, &str)] = &[$((stringify!($name), $value)),*];
    };
}

regions! {
    AP_BANGKOK = "ap-bangkok", "Bangkok.";
    AP_BEIJING = "ap-beijing", "Beijing.";
    AP_BEIJING_FSI = "ap-beijing-fsi", "Beijing, for financial institutions.";
    AP_CHENGDU = "ap-chengdu", "Chengdu.";
    AP_CHONGQING = "ap-chongqing", "Chongqing.";
    AP_GUANGZHOU = "ap-guangzhou", "Guangzhou.";
    AP_HONGKONG = "ap-hongkong", "Hong Kong.";
    AP_JAKARTA = "ap-jakarta", "Jakarta.";
    AP_NANJING = "ap-nanjing", "Nanjing.";
    AP_SEOUL = "ap-seoul", "Seoul.";
    AP_SHANGHAI = "ap-shanghai", "Shanghai.";
    AP_SHANGHAI_FSI = "ap-shanghai-fsi", "Shanghai, for financial institutions.";
    AP_SHENZHEN_FSI = "ap-shenzhen-fsi", "Shenzhen, for financial institutions.";
    AP_SINGAPORE = "ap-singapore", "Singapore.";
    AP_TOKYO = "ap-tokyo", "Tokyo.";
    EU_FRANKFURT = "eu-frankfurt", "Frankfurt.";
    NA_ASHBURN = "na-ashburn", "Ashburn, Virginia.";
    NA_SILICONVALLEY = "na-siliconvalley", "Silicon Valley.";
    SA_SAOPAULO = "sa-saopaulo", "São Paulo.";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn names_are_those_of_the_constants() {
        assert_eq!(ALL.len(), 19);
        for (name, value) in ALL {
            assert_eq!(name.to_ascii_lowercase().replace('_', "-"), *value);
        }
    }
}
