Imports System.Net
Imports System.Text

Module Submit
    Private Const SubmitApiKey As String = "«key:hex»"

    Public Function CreateJob(externalId As String) As String
        Using client As New WebClient()
            client.Encoding = Encoding.UTF8
            client.Headers(HttpRequestHeader.ContentType) = "application/json"
            client.Headers(HttpRequestHeader.Authorization) = "Bearer " & SubmitApiKey
            Return client.UploadString("https://submit.atomyx.io/api/jobs", "{""externalId"":""" & externalId & """}")
        End Using
    End Function
End Module
