namespace StandIns;

// netsh's words in four languages. The English ones are as published in many reports of users; the others are worded
// after them, as Windows in these languages does.
sealed record Language(
    string Title, string Start, string End, string Star, string DynamicTitle, string First, string Count,
    string Done, string InUse, string NotFound, string NoCommand)
{
    public static Language Of(string name) => name switch
    {
        "nl" => new("Uitgesloten poortbereiken voor protocol udp", "Beginpoort", "Eindpoort", "Beheerde poortuitsluitingen.",
            "Dynamisch poortbereik voor protocol udp", "Beginpoort", "Aantal poorten", "OK.",
            "Het proces heeft geen toegang tot het bestand omdat het door een ander proces wordt gebruikt.",
            "Kan het opgegeven bestand niet vinden.", "De volgende opdracht is niet gevonden."),
        "de" => new("Portausschlussbereiche f\u00fcr das Protokoll \"udp\"", "Startport", "Endport", "Verwaltete Portausschl\u00fcsse.",
            "Dynamischer Portbereich f\u00fcr das Protokoll \"udp\"", "Startport", "Anzahl von Ports", "OK.",
            "Der Prozess kann nicht auf die Datei zugreifen, da sie von einem anderen Prozess verwendet wird.",
            "Das System kann die angegebene Datei nicht finden.", "Der folgende Befehl wurde nicht gefunden."),
        "fr" => new("Plages d'exclusion de ports du protocole udp", "Port d\u00e9but", "Port fin", "Exclusions de port administr\u00e9es.",
            "Plage de ports dynamiques du protocole udp", "Port de d\u00e9marrage ", "Nombre de ports ", "Ok.",
            "Le processus ne peut pas acc\u00e9der au fichier car ce fichier est utilis\u00e9 par un autre processus.",
            "Le fichier sp\u00e9cifi\u00e9 est introuvable.", "La commande suivante est introuvable."),
        _ => new("Protocol udp Port Exclusion Ranges", "Start Port", "End Port", "Administered port exclusions.",
            "Protocol udp Dynamic Port Range", "Start Port", "Number of Ports", "Ok.",
            "The process cannot access the file because it is being used by another process.",
            "The system cannot find the file specified.", "The following command was not found."),
    };

    public string Exclusions(IEnumerable<string> lines) =>
        $"\n{Title}\n\n{Start}    {End}      \n----------    --------      \n{string.Concat(lines.Select(line => line + "\n"))}\n* - {Star}\n\n";

    public string DynamicPorts(string[] numbers) =>
        $"\n{DynamicTitle}\n---------------------------------\n{First,-16}: {numbers[0]}\n{Count,-16}: {numbers[1]}\n\n";
}
