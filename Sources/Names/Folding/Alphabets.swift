/// Letters and their Latin spelling, as "letter spelling" pairs. Lower case only; the folding table
/// adds the capitals.
///
/// The spellings follow the plain (diacritic-free) form of a published system for each script:
/// Cyrillic and Armenian after BGN/PCGN, Greek after ELOT 743, Georgian after the national system
/// of 2002, Hebrew and Arabic letter by letter after the common English forms. Where languages that
/// share a script disagree, the skeleton (`NameSkeleton`) makes the spellings meet.
enum Alphabets {
    /// Russian first, then what its neighbours add.
    static let cyrillic = """
        а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f
        х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya
        і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dzh ѓ gj ќ kj ѕ dz ѐ e ѝ i
        ә a ғ gh қ q ң ng ө o ұ u ү u һ h ӣ i ӯ u ҳ h ҷ j җ j ҫ s ҙ dh ҡ q ҥ ng ӑ a ӗ e ӧ o ӱ u
        ӟ z ӝ zh ӥ i ӵ ch ӹ y ҝ g ҹ ch ҽ ch ҿ ch ҭ t ҩ o ӡ dz ӕ ae ӏ - ѣ e ѳ f ѵ i ѫ a ѧ ya ѯ ks
        ѱ ps ѡ o ҩ o ҕ gh ӷ gh ӄ k ӈ ng ԛ q ԝ w
        """

    static let greek = """
        α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f
        χ ch ψ ps ω o ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y ΐ i ΰ y
        """

    /// `ւ` is a vowel sign after `ո`; `TokenFolder` handles that pair.
    static let armenian = """
        ա a բ b գ g դ d ե e զ z է e ը e թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m
        յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev
        """

    static let georgian = """
        ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k
        ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h ჱ e ჲ y ჳ u ჴ kh ჵ o ჶ f
        """

    static let hebrew = """
        א a ב b ג g ד d ה h ו v ז z ח h ט t י i כ k ך k ל l מ m ם m נ n ן n ס s ע - פ p ף p צ ts
        ץ ts ק k ר r ש sh ת t װ v ױ oy ײ ey ׳ - ״ -
        """

    static let arabic = """
        ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z
        ع - غ gh ف f ق q ك k ک k ل l م m ن n ه h ة a و u ي i ى a ء - ؤ u ئ i پ p چ ch ژ zh گ g
        ی i ہ h ۃ a ھ h ے e ۓ e ڈ d ٹ t ڑ r ں n ټ t ډ d ړ r ږ zh ښ sh ګ g ڼ n ې e ۍ i ڤ v ڭ ng
        ۇ u ۆ o ۈ u ۋ v ە e ـ -
        """

    /// Latin letters whose plain form is not the letter in their Unicode name.
    static let latin = """
        æ ae ǽ ae ǣ ae œ oe ø o ǿ o ß ss ẞ ss þ th ð d đ d ħ h ı i ĸ q ŋ ng ĳ ij ŉ n ſ s ə a ɐ a
        ɣ g ʻ - ʼ - ʾ - ʿ - ʹ - ʺ - ˈ - ʔ - ƣ gh ƛ l ƶ z ǆ dz ǅ dz ǉ lj ǈ lj ǌ nj ǋ nj ǳ dz ǲ dz
        ﬀ ff ﬁ fi ﬂ fl ª a º o ƕ hv ȣ ou ɛ e ɔ o ɖ d ʒ zh ǯ zh ǝ e ƹ zh
        """

    static let all = [cyrillic, greek, armenian, georgian, hebrew, arabic, latin]
}
